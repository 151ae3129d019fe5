"""An item with options has at least one correct one.

Without a key no answer is right, and no reader of the paper can tell.

Wrong:

    options:
      - text: Job
      - text: Deployment

Right:

    options:
      - text: Job
        correct: true
      - text: Deployment
"""

from collections.abc import Iterator
from typing import Final

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice

CODE: Final = "K101"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank) -> Iterator[Diagnostic]:
    """Find choice items without a key."""
    for module in bank.modules:
        for item in module.items:
            if isinstance(item, Choice) and item.options and not item.key:
                message = f"`{item.id}` has no key; mark the right option with `correct: true`"
                yield Diagnostic(item.origin.of("options"), CODE, message)
