"""Since when the facts that a paper rests on are known to hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from deckgen.writers._print.notes import Notes


@dataclass(frozen=True, slots=True)
class Dates:
    """The oldest and the newest `as_of` of what a paper's answers rest on."""

    oldest: date
    newest: date

    @classmethod
    def of(cls, sources: Iterable[Notes]) -> "Dates | None":
        """Look through the sources of all answers; there are none where nothing is dated."""
        found = {note.as_of for notes in sources for note in notes if note.as_of is not None}
        return cls(min(found), max(found)) if found else None
