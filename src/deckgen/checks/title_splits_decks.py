"""The title of a bank names one deck.

Anki reads two colons in the name of a deck as a step down, so that the bank would come apart into decks within decks
that nobody asked for.

Wrong: `title: "Kubernetes::KCNA"`

Right: `title: "Kubernetes: KCNA"`
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "B633"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find a title with two colons in a row; in a module's, such as `std::vector`, the deck's name has one."""
    title = bank.head.title
    if "::" in title:
        message = f"`{title}` would become decks within decks in Anki, split at `::`; write one colon or a dash"
        yield Diagnostic(bank.head.origin.of("title"), CODE, message)
