"""Facts and cells that can age, and what rests on them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
    """A live fact or cell that says when it was true or when to look again, under its full name."""

    name: str
    module: Module
    thing: Fact | Cell


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
        cards = Counter(_row(asked.name) for module in bank.modules for asked in asked_cells(module))
        return cls({thing: tuple(sorted(names)) for thing, names in items.items()}, cards)

    def items_on(self, dated: Dated) -> tuple[str, ...]:
        """Return the full names of the items that cite a fact or a cell, those of its own module first."""
        own = f"{dated.module.id}/"
        return tuple(sorted(self.items.get(id(dated.thing), ()), key=lambda name: (not name.startswith(own), name)))

    def cards_on(self, dated: Dated) -> int:
        """Return how many cards show a fact or a cell; a question of a table shows the whole row."""
        if isinstance(dated.thing, Fact):
            return len(set(_DELETION.findall(dated.thing.text)))
        return self.cards.get(_row(dated.name), 0)


def dated_things(bank: Bank) -> Iterator[Dated]:
    """Yield the live facts and cells that have a date."""
    for module in bank.modules:
        for fact in module.live_facts:
            if fact.as_of or fact.review_by:
                yield Dated(full_name(module, fact.id), module, fact)
        for table in module.tables:
            for row in table.live_rows:
                for cell in row.cells:
                    if cell.as_of or cell.review_by:
                        yield Dated(full_name(module, f"{table.id}.{row.id}.{cell.column}"), module, cell)


def _row(name: str) -> str:
    return name.rpartition(".")[0]
