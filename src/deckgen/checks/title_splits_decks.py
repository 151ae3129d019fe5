"""A title names one deck.

Anki reads two colons in the name of a deck as a step down, so that the bank would come apart into decks within decks
that nobody asked for.

Wrong: `title: "Kubernetes::KCNA"`

Right: `title: "Kubernetes: KCNA"`
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.bank import Bank

CODE: Final = "B633"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find titles with two colons in a row."""
    for text, place in _titles(bank):
        if "::" in text:
            message = f"`{text}` would become decks within decks in Anki, split at `::`; write one colon or a dash"
            yield Diagnostic(place, CODE, message)


def _titles(bank: Bank) -> Iterator[tuple[str, Span]]:
    yield bank.head.title, bank.head.origin.of("title")
    for module in bank.modules:
        yield module.head.title, module.head.origin.of("title")
        yield module.head.number or "", module.head.origin.of("number")
