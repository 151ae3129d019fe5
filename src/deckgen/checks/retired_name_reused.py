"""The name of what was retired in an earlier version is not given to anything else.

Learners who had the old question still have its card, and its schedule; a new question under that name would inherit
both. The lock knows what was retired even when it has left the files. What comes back as it was says so in `ignore`
for that release: the item, the fact, the table of the row, or the exercise of the step.

Wrong: an item `gang` that was retired in 2026.11, and in 2026.12 another question called `gang`.

Right: the other question under an id that was never used, such as `gang-queue`.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.note_names import note_names

CODE: Final = "B631"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find live notes whose names were retired in a version before this one."""
    released = context.lock.released(bank.head.version)
    retired = {name: one.retired for name, one in released.items() if one.retired not in ("", bank.head.version)}
    for module in bank.modules if retired else ():
        for name in note_names(module):
            if name.identity in retired and not name.is_retired:
                message = (
                    f"`{name.identity}` was retired in `{retired[name.identity]}` and learners still have that card;"
                    " take an id that was never used, or `ignore` this where it comes back as it was"
                )
                yield Diagnostic(name.span, CODE, message)
