"""An item with options has at least two.

One option is no choice. A question that is to be answered in words has `model:` instead of `options:`.

Wrong:

    options:
      - text: Job
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

CODE: Final = "K103"
SEVERITY: Final = Severity.ERROR
_FOUND: Final = ("no option", "one option")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find choice items with fewer than two options."""
    for module in bank.modules:
        for item in module.choices:
            count = len(item.options)
            if count < len(_FOUND) and is_entire(item.origin, "options", item.options):
                message = f"`{item.id}` has {_FOUND[count]}; write at least two, or `model` for an open question"
                yield Diagnostic(item.origin.of("options"), CODE, message)
