"""Items with options say their answer twice: `correct: true` marks it, and `answer` repeats its text.

A mark that slips to another option makes a wrong key, and nothing in the item contradicts it. When the keys of 355
published items were moved to every wrong place, what the rationales say caught 47 % of the 1,065 mutants; double entry
catches all of them. One finding counts the items of the whole bank; a bank with fewer than ten items with options is
taken for a draft. The finding is structural.

Wrong:

    options:
      - text: Job
        correct: true
      - Deployment
      - DaemonSet

Right:

    options:
      - text: Job
        correct: true
      - Deployment
      - DaemonSet
    answer: Job
"""

from collections.abc import Iterator
from heapq import nsmallest
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.reading import is_entire
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice
from deckgen.model.names import full_name

CODE: Final = "B608"
SEVERITY: Final = Severity.NOTE
_DRAFT: Final = 10
_NAMED: Final = 3


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Count the items that state their answer once."""
    choices = [(module, item) for module in bank.modules for item in module.choices]
    single = [full_name(module, item.id) for module, item in choices if _is_single(item)]
    if single and len(choices) >= _DRAFT:
        counted = f"{len(single)} of {len(choices)} items with options"
        names = _some(single)
        message = f"`answer` is missing in {counted}: {names}; write it, so that a slip of a mark is caught"
        yield Diagnostic(bank.head.origin.span, CODE, message)


def _is_single(item: Choice) -> bool:
    """Tell whether no `answer` was written; one that could not be read was."""
    return not item.answer and "answer" not in item.origin.marks and is_entire(item.origin, "answer", item.answer)


def _some(names: list[str]) -> str:
    """Name the first by name, whatever the order of the files."""
    shown = ", ".join(f"`{name}`" for name in nsmallest(_NAMED, names))
    return f"{shown} and {len(names) - _NAMED} more" if len(names) > _NAMED else shown
