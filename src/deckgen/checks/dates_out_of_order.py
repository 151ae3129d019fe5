"""A fact or cell is looked at again after the day on which it was true.

Both days are typed by hand, and a wrong year looks like a right one. They are compared with each other and not with
today, so that a bank that was good stays so. The law is arithmetic, so that there was no precision to measure.

Wrong: `as_of: 2026-07-24` with `review_by: 2026-01-31`

Right: `as_of: 2026-07-24` with `review_by: 2027-01-31`
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.dated import dated_things

CODE: Final = "F502"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find facts and cells whose dates stand in the wrong order."""
    for dated in dated_things(bank, context.index):
        as_of, review_by, origin = dated.thing.as_of, dated.thing.review_by, dated.thing.origin
        if as_of and review_by and review_by < as_of:
            message = f"`review_by` is {review_by}, before `as_of`, {as_of}; move one of them"
            yield Diagnostic(origin.of("review_by"), CODE, message)
