"""Facts and cells that can age, and what rests on them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from deckgen.model.accepted import citations
from deckgen.model.asked import asked_cells
from deckgen.model.bank import Bank
from deckgen.model.fact import Fact
from deckgen.model.module import Module
from deckgen.model.names import Index, full_name
from deckgen.model.table import Cell

_DELETION: Final = re.compile(r"\{\{c(\d+)::")


@dataclass(frozen=True, slots=True)
class Dated:
    """A fact or cell that says when it was true or when to look again, under its full name."""

    name: str
    module: Module
    thing: Fact | Cell
    is_retired: bool = False

    def is_due(self, today: date) -> bool:
        """Tell whether its day has passed; one that comes before `as_of` is a slip of its own."""
        day, as_of = self.thing.review_by, self.thing.as_of
        return day is not None and day < today and not (as_of and day < as_of)


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on facts and cells: full names of items by what they cite, numbers of cards by row."""

    items: Mapping[int, tuple[str, ...]]
    cards: Mapping[str, int]

    @classmethod
    def of(cls, bank: Bank, index: Index) -> "Resting":
        """Learn what rests on each fact and cell of a bank."""
        items: defaultdict[int, set[str]] = defaultdict(set)
        for citation in citations(bank, index):
            items[id(citation.cited)].add(full_name(citation.module, citation.item.id))
        asked = (one for module in bank.modules for one in asked_cells(module) if not one.is_blank)
        cards = Counter(_row(one.name) for one in asked)
        return cls({thing: tuple(sorted(names)) for thing, names in items.items()}, cards)

    def items_on(self, dated: Dated) -> tuple[str, ...]:
        """Return the full names of the items that cite a fact or a cell, those of its own module first."""
        own = f"{dated.module.id}/"
        return tuple(sorted(self.items.get(id(dated.thing), ()), key=lambda name: (not name.startswith(own), name)))

    def cards_on(self, dated: Dated) -> int:
        """Return how many cards show a fact or a cell; a question of a table shows the whole row."""
        if dated.is_retired:
            return 0
        if isinstance(dated.thing, Fact):
            return len(set(_DELETION.findall(dated.thing.text)))
        return self.cards.get(_row(dated.name), 0)


def dated_things(bank: Bank, index: Index) -> Iterator[Dated]:
    """Yield the facts and cells that have a date: the live ones, and the retired ones that a live item still cites."""
    found = list(_dated(bank))
    has_retired = any(one.is_retired for one in found)
    cited = {id(one.cited) for one in citations(bank, index)} if has_retired else set()
    yield from (one for one in found if not one.is_retired or id(one.thing) in cited)


def _dated(bank: Bank) -> Iterator[Dated]:
    for module in bank.modules:
        for fact in module.facts:
            if fact.as_of or fact.review_by:
                yield Dated(full_name(module, fact.id), module, fact, fact.retired is not None)
        for table in module.tables:
            for row in table.rows:
                for cell in row.cells:
                    if cell.as_of or cell.review_by:
                        name = full_name(module, f"{table.id}.{row.id}.{cell.column}")
                        yield Dated(name, module, cell, row.retired is not None)


def _row(name: str) -> str:
    return name.rpartition(".")[0]
