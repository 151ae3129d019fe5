"""Notes below a table or a text: since when a statement is known to hold, and who says so."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from deckgen.model.fact import Fact
from deckgen.model.item import Item
from deckgen.model.names import Index, full_name
from deckgen.model.table import Cell


@dataclass(frozen=True, slots=True)
class Note:
    """A date and a source, either of which may be missing."""

    as_of: date | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Notes:
    """Notes numbered in the order in which they are first needed; equal ones share a number."""

    numbers: dict[Note, int]

    @classmethod
    def of(cls, statements: Iterable[Cell | Fact]) -> "Notes":
        """Collect the notes of cells and facts."""
        notes = dict.fromkeys(_notes(statements))
        return cls({note: number for number, note in enumerate(notes, start=1)})

    def number(self, statement: Cell | Fact) -> int | None:
        """Return the number of a statement's note, if it has one."""
        return self.numbers.get(Note(statement.as_of, statement.source))

    def __iter__(self) -> Iterator[Note]:
        return iter(self.numbers)

    def __len__(self) -> int:
        return len(self.numbers)


def sources_of(module: str, item: Item, index: Index) -> Notes:
    """Return the notes of what an item's answer rests on."""
    found = (index.cited(full_name(module, reference)) for reference in item.facts)
    return Notes.of(statement for statement in found if statement is not None)


def _notes(statements: Iterable[Cell | Fact]) -> Iterator[Note]:
    for one in statements:
        if one.as_of is not None or one.source is not None:
            yield Note(one.as_of, one.source)
