"""What is ignored until a day is looked at again on that day.

From the day in `until` the finding counts again. The entry then only tells what was once decided.

Wrong: `until: 2026-06-01` after the first of June 2026.

Right: a later day with the reason checked, or the item mended and the entry removed.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.ignoring import is_over, live_things
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "B623"
SEVERITY: Final = Severity.WARNING


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find entries of `ignore` whose end has come."""
    for module in bank.modules:
        for thing in live_things(module):
            for ignore in thing.ignore:
                if is_over(ignore, context.today):
                    message = (
                        f"`{thing.id}` ignored `{ignore.rule}` until {ignore.until}; remove the entry or move the day"
                    )
                    yield Diagnostic(ignore.origin.of("until"), CODE, message)
