"""Since when the facts that a paper rests on are known to hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from deckgen.model.form import Question
from deckgen.model.names import Index
from deckgen.writers._print.notes import sources_of


@dataclass(frozen=True, slots=True)
class Dates:
    """The oldest and the newest `as_of` of what a paper's answers rest on."""

    oldest: date
    newest: date

    @classmethod
    def of(cls, questions: Iterable[Question], index: Index) -> "Dates | None":
        """Look up what the questions cite; there are none where nothing is dated."""
        notes = (note for one in questions for note in sources_of(one.name.partition("/")[0], one.item, index))
        found = {note.as_of for note in notes if note.as_of is not None}
        return cls(min(found), max(found)) if found else None
