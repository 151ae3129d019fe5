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

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.reading import is_entire
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "K101"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find choice items without a key."""
    for module in bank.modules:
        for item in module.choices:
            if item.options and not item.key and is_entire(item.origin, "options", item.options):
                message = f"`{item.id}` has no key; mark the right option with `correct: true`"
                yield Diagnostic(item.origin.of("options"), CODE, message)
