"""The `uid` of a bank stays what it was when its notes were released.

Anki knows every note by a number that grows from it. With another `uid` a learner gets the whole deck a second time,
beside the first one, without a schedule, and no correction ever reaches the cards that she knows. The lock remembers
the `uid`. A new bank that begins as a copy of another has a `uid` of its own, and leaves that one's lock behind.

Wrong: `uid: 01jd…` in a bank that was released under `uid: 01jc…`.

Right: `uid: 01jc…`
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "B634"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find a `uid` that is not the one from which released notes grew."""
    old, new = context.lock.uid, bank.head.uid
    if old and old != new and context.lock.released(bank.head.version):
        message = (
            f"learners have cards that grew from the uid `{old}`, and would get all of them again under `{new}`;"
            f" write `{old}`, or remove `deckgen.lock` where this is another bank that began as a copy"
        )
        yield Diagnostic(bank.head.origin.of("uid"), CODE, message)
