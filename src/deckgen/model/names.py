"""Full names and what they refer to."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from deckgen.model.bank import Bank
from deckgen.model.fact import Fact
from deckgen.model.item import Item
from deckgen.model.module import Exercise, Figure, Module
from deckgen.model.table import Cell, Table

Named = Item | Fact | Table | Figure | Exercise


def full_name(module: Module | str, name: str) -> str:
    """Return `module/name`; a name that is full already stays as it is."""
    prefix = module if isinstance(module, str) else module.id
    return name if "/" in name else f"{prefix}/{name}"


def named_things(module: Module) -> Iterator[Named]:
    """Yield everything that shares the namespace of a module."""
    yield from module.items
    yield from module.facts
    yield from module.tables
    yield from module.figures
    if module.exercise is not None:
        yield module.exercise


@dataclass(frozen=True, slots=True)
class Index:
    """Looks up items, facts and cells by full name; earlier ids (`was`) count."""

    items: dict[str, Item]
    facts: dict[str, Fact]
    cells: dict[str, Cell]
    unread: frozenset[str]
    unread_modules: frozenset[str]

    @classmethod
    def of(cls, bank: Bank) -> "Index":
        """Index a bank; of two things with one name the first counts."""
        index = cls({}, {}, {}, _unread(bank), frozenset(one.id for one in bank.modules if not one.is_whole))
        for module in bank.modules:
            for item in module.items:
                for name in (item.id, *item.was):
                    index.items.setdefault(full_name(module, name), item)
            for fact in module.facts:
                for name in (fact.id, *fact.was):
                    index.facts.setdefault(full_name(module, name), fact)
            for table in module.tables:
                for path, cell in _named_cells(table):
                    index.cells.setdefault(full_name(module, path), cell)
        return index

    def cited(self, name: str) -> Fact | Cell | None:
        """Return the fact or the cell of a full name."""
        return self.facts.get(name) or self.cells.get(name)

    def may_be_unread(self, name: str) -> bool:
        """Tell whether a full name may stand in a part of the bank that could not be read."""
        module, _, local = name.partition("/")
        return module in self.unread_modules or f"{module}/{local.split('.')[0]}" in self.unread


def _named_cells(table: Table) -> Iterator[tuple[str, Cell]]:
    earlier = {column.id: column.was for column in table.columns}
    for row in table.rows:
        for cell in row.cells:
            columns = (cell.column, *earlier.get(cell.column, ()))
            for names in product((table.id, *table.was), (row.id, *row.was), columns):
                yield ".".join(names), cell


def _unread(bank: Bank) -> frozenset[str]:
    return frozenset(f"{module.id}/{name}" for module in bank.modules for name in module.unread)
