"""What tables ask: one question for each row and each `ask` of a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.model.fact import Fact
from deckgen.model.item import Item
from deckgen.model.module import Exercise, Module
from deckgen.model.table import Ask, Cell, Column, Row, Table


@dataclass(frozen=True, slots=True)
class Asked:
    """A cell that is given and one that is to be told; `name` is `module/table.row.given-asked`.

    `identity` is the name under the oldest ids, so that a rename keeps what learners know.
    """

    name: str
    identity: str
    module: Module
    table: Table
    row: Row
    ask: Ask
    given: Cell
    told: Cell
    given_column: Column
    told_column: Column

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to give or nothing to tell, so that nobody is asked."""
        return self.given.is_blank or self.told.is_blank


def asked_cells(module: Module) -> Iterator[Asked]:
    """Yield every question that the tables of a module ask; what lacks a column or cell asks nothing."""
    for table in module.tables:
        for ask in table.live_asks:
            given_column, told_column = table.column(ask.given), table.column(ask.ask)
            if given_column is None or told_column is None:
                continue
            pair = oldest_pair(table, ask)
            for row in table.live_rows:
                given, told = row.cell(ask.given), row.cell(ask.ask)
                if given is not None and told is not None:
                    name = f"{module.id}/{table.id}.{row.id}.{ask.given}-{ask.ask}"
                    identity = f"{module.id}/{oldest(table)}.{oldest(row)}.{pair}"
                    yield Asked(name, identity, module, table, row, ask, given, told, given_column, told_column)


def oldest_pair(table: Table, ask: Ask) -> str:
    """Return `given-asked` under the first ids of both columns; one that is gone keeps the id by which it is named."""
    columns = ((table.column(name), name) for name in (ask.given, ask.ask))
    return "-".join(oldest(column) if column else name for column, name in columns)


def oldest(thing: Item | Fact | Exercise | Table | Row | Column) -> str:
    """Return the first id that a thing ever had."""
    return thing.was[0] if thing.was else thing.id
