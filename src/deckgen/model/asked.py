"""What tables ask: one question for each row and each `ask` of a table."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.model.module import Module
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


def asked_cells(module: Module) -> Iterator[Asked]:
    """Yield every question that the tables of a module ask; what lacks a column or cell asks nothing."""
    for table in module.tables:
        for ask in table.live_asks:
            given_column, told_column = table.column(ask.given), table.column(ask.ask)
            if given_column is None or told_column is None:
                continue
            for row in table.live_rows:
                given, told = row.cell(ask.given), row.cell(ask.ask)
                if given is not None and told is not None:
                    name = f"{module.id}/{table.id}.{row.id}.{ask.given}-{ask.ask}"
                    first = (oldest(table), oldest(row), f"{oldest(given_column)}-{oldest(told_column)}")
                    identity = f"{module.id}/{'.'.join(first)}"
                    yield Asked(name, identity, module, table, row, ask, given, told, given_column, told_column)


def oldest(thing: Table | Row | Column) -> str:
    """Return the first id that a thing ever had."""
    return thing.was[0] if thing.was else thing.id
