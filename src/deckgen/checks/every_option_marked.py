"""An item with options has at least one wrong one.

Where every option is right there is nothing to choose; most often a `correct: true` was copied along.

Wrong:

    options:
      - text: Job
        correct: true
      - text: Deployment
        correct: true

Right:

    options:
      - text: Job
        correct: true
      - text: Deployment
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.reading import is_entire
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "K102"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find choice items whose options are all correct."""
    for module in bank.modules:
        for item in module.choices:
            if len(item.options) < 2 or len(item.key) < len(item.options):
                continue
            if is_entire(item.origin, "options", item.options):
                message = f"`{item.id}` has every option marked; take `correct` from the wrong ones"
                yield Diagnostic(item.origin.of("options"), CODE, message)
