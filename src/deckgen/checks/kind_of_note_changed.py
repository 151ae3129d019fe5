"""What has been released stays the kind of question that it was.

Anki keeps each kind on a note type of its own, and refuses to update a note that comes with another: the learner's
card stays as it was, for ever. So a question with options that becomes an open one is a new question.

Wrong: an item `gang` that was released with options, and now has `model` instead of them.

Right: the item retired, and another with `model` under an id that was never used.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.note_names import note_names

CODE: Final = "B632"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find live notes that were released as another kind."""
    released = context.lock.released(bank.head.version)
    for module in bank.modules if released else ():
        for name in note_names(module):
            old = released.get(name.identity)
            if old and old.type and not name.is_retired and name.kind != old.type:
                message = (
                    f"`{name.identity}` was released as {_called(old.type)} and is now {_called(name.kind)}, which Anki"
                    " takes for no update; retire the old one and give this an id that was never used"
                )
                yield Diagnostic(name.span, CODE, message)


def _called(kind: str) -> str:
    words = {"choice": "a question with options", "open": "an open question", "cell": "a cell", "cloze": "a fact"}
    return words.get(kind, f"`{kind}`")
