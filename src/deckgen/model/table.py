"""Tables, whose cells are asked about."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from deckgen.model.item import Difficulty, Ignore, Retired
from deckgen.model.origin import NOWHERE, Origin
from deckgen.model.schema import Address, Id, Keyed, Line, Prose, Rest


class Distractors(StrEnum):
    """Where the distractors of a generated item come from."""

    COLUMN = "column"
    ROW = "row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its title, under an id that stays."""

    SHORTHAND: ClassVar[str] = "title"

    id: Annotated[Id, "the column's name for ever"]
    title: Annotated[Line, "the printed heading"]
    was: Annotated[tuple[Id, ...], "earlier ids, oldest first"] = ()
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a row: a text, which may age."""

    SHORTHAND: ClassVar[str] = "value"
    BLANK: ClassVar[str] = "—"

    column: Annotated[Id, "the id of its column"]
    value: Annotated[Prose, "what stands in the cell"]
    as_of: Annotated[date | None, "the day on which it was true"] = None
    review_by: Annotated[date | None, "the day by which to look again"] = None
    source: Annotated[Address | None, "where it is said"] = None
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)

    @property
    def is_blank(self) -> bool:
        """Whether it has nothing to say, as `—` tells."""
        return not self.value.strip(" \t\n—–-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: a cell for each column."""

    id: Annotated[Id, "the row's name for ever"]
    was: Annotated[tuple[Id, ...], "earlier ids, oldest first"] = ()
    retired: Annotated[Retired | None, "it has left every output"] = None
    cells: Annotated[tuple[Cell, ...], Keyed("column"), Rest(), "a cell for each column, by the column's id"] = ()
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)

    def cell(self, column: str) -> Cell | None:
        """Return the cell of a column."""
        return next((cell for cell in self.cells if cell.column == column), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is asked of each row: one column given, another to be told."""

    given: Annotated[Id, "the column that is shown; its cells are unique"]
    ask: Annotated[Id, "the column that is asked for"]
    items: Annotated[bool, "`true` also makes a choice item of each row, for exams"] = False
    distractors: Annotated[Distractors, "where the wrong options come from"] = Distractors.COLUMN
    difficulty: Annotated[Difficulty, "how hard the questions are meant to be"] = Difficulty.MEDIUM
    retired: Annotated[Retired | None, "it asks nothing any more"] = None
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A reference table."""

    id: Annotated[Id, "the table's name for ever"]
    title: Annotated[Line, "the printed caption"]
    columns: Annotated[tuple[Column, ...], Keyed("id"), "the columns in printed order, by id"]
    rows: Annotated[tuple[Row, ...], "the rows in printed order"]
    was: Annotated[tuple[Id, ...], "earlier ids, oldest first"] = ()
    objective: Annotated[Id | None, "the module's objective that it serves"] = None
    ask: Annotated[tuple[Ask, ...], "what is asked of each row"] = ()
    ignore: Annotated[tuple[Ignore, ...], "findings in the table and its rows that the author accepts"] = ()
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)

    def column(self, name: str) -> Column | None:
        """Return the column of this id."""
        return next((column for column in self.columns if column.id == name), None)

    @property
    def live_asks(self) -> tuple[Ask, ...]:
        """What is still asked of each row."""
        return tuple(ask for ask in self.ask if ask.retired is None)

    @property
    def live_rows(self) -> tuple[Row, ...]:
        """The rows that have not been retired."""
        return tuple(row for row in self.rows if row.retired is None)
