"""A fact or cell is looked at again after the day on which it was true, and that day has come.

Both days are typed by hand, and a wrong year looks like a right one. `as_of` may be up to a year ahead of the day of
the check: a build dated by an old `SOURCE_DATE_EPOCH` is no fault of the author. The law is arithmetic, so that there
was no precision to measure.

Wrong: `as_of: 2026-07-24` with `review_by: 2026-01-31`, or `as_of: 2062-07-24`

Right: `as_of: 2026-07-24` with `review_by: 2027-01-31`
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.dated import dated_things

CODE: Final = "F502"
SEVERITY: Final = Severity.ERROR
_AHEAD: Final = timedelta(days=366)


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find facts and cells whose dates cannot be."""
    for dated in dated_things(bank):
        as_of, review_by, origin = dated.thing.as_of, dated.thing.review_by, dated.thing.origin
        if as_of and review_by and review_by < as_of:
            message = f"`review_by` is {review_by}, before `as_of`, {as_of}; move one of them"
            yield Diagnostic(origin.of("review_by"), CODE, message)
        if as_of and as_of - context.today > _AHEAD:
            message = f"`as_of` is {as_of}, and today is {context.today}; write the day on which it was true"
            yield Diagnostic(origin.of("as_of"), CODE, message)
