"""Which rows of which tables an item cites, and by which columns."""

from collections import defaultdict
from dataclasses import dataclass

from deckgen.model.bank import Bank
from deckgen.model.item import Item
from deckgen.model.module import Module
from deckgen.model.names import full_name
from deckgen.model.table import Row, Table


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A row that an item cites, its table, and the columns of the cells that it cites."""

    table: Table
    row: Row
    columns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a bank by full name; earlier ids count, and of two with one name the first."""

    by_name: dict[str, Table]

    @classmethod
    def of(cls, bank: Bank) -> "Tables":
        """Collect the tables of a bank."""
        found: dict[str, Table] = {}
        for module in bank.modules:
            for table in module.tables:
                for name in (table.id, *table.was):
                    found.setdefault(full_name(module, name), table)
        return cls(found)

    def cited(self, module: Module, item: Item) -> tuple[CitedRow, ...]:
        """Return the live rows that an item cites; names that lead nowhere are another rule's."""
        columns: dict[tuple[str, str], set[str]] = defaultdict(set)
        rows: dict[tuple[str, str], tuple[Table, Row]] = {}
        for name in item.facts:
            if "." not in name:
                continue
            path = full_name(module, name).split(".")
            table = self.by_name.get(path[0])
            row = _row(table, path[1]) if table and len(path) == 3 else None
            if table and row:
                place = (path[0].partition("/")[0] + "/" + table.id, row.id)
                rows[place] = (table, row)
                columns[place].add(_column(table, path[2]))
        return tuple(CitedRow(*rows[place], frozenset(columns[place])) for place in rows)


def _row(table: Table, name: str) -> Row | None:
    return next((row for row in table.live_rows if name == row.id or name in row.was), None)


def _column(table: Table, name: str) -> str:
    return next((column.id for column in table.columns if name == column.id or name in column.was), name)
