"""Choice items made from tables: one for each row and each `ask` with `items: true`.

A distractor's place on a ring is the hash of its row, and an item takes those that follow its own hashes, which grow
from the exam's seed (consistent hashing, Karger and others 1997). So a row that comes or goes changes only the items
that had it or now have it.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.assemble.asked_words import belongs_to, stands_under, stem_of
from deckgen.assemble.candidate import Candidate
from deckgen.assemble.stream import rank
from deckgen.model.asked import Asked, asked_cells, oldest
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Option
from deckgen.model.module import Module
from deckgen.model.schema import Id, Reference
from deckgen.model.table import Distractors

_MOST_DISTRACTORS: Final = 3


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A cell that can serve as a wrong option, with its place on the ring."""

    place: bytes
    folded: str
    option: Option


def generated_items(module: Module, *labels: str, in_english: bool = True) -> Iterator[Candidate]:
    """Yield the items that the tables of a module make; without a distractor there is none.

    The labels, an exam's seed and id, say which of all distractors are taken; key and stem are the same under all.
    """
    rings: dict[tuple[str, ...], list[_Wrong]] = {}
    for asked in asked_cells(module):
        if not asked.ask.items or asked.is_blank:
            continue
        is_of_row = asked.ask.distractors is Distractors.ROW
        key = (asked.table.id, asked.ask.given, asked.ask.ask, asked.row.id if is_of_row else "")
        if key not in rings:
            rings[key] = _ring_of_row(asked, in_english) if is_of_row else _ring_of_column(asked, in_english)
        if wrong := _distractors(rings[key], asked, labels):
            yield Candidate(asked.name, module, _item(asked, wrong, in_english), is_generated=True)


def _ring_of_column(asked: Asked, in_english: bool) -> list[_Wrong]:
    ring: dict[str, _Wrong] = {}
    for row in asked.table.live_rows:
        cell = row.cell(asked.ask.ask)
        if cell is not None and not cell.is_blank:
            folded = fold(cell.value)
            place = rank("distractor", oldest(asked.table), oldest(row))
            why = belongs_to(row, asked.given_column, in_english)
            ring.setdefault(folded, _Wrong(place, folded, Option(text=cell.value, why=why)))
    return sorted(ring.values(), key=lambda wrong: wrong.place)


def _ring_of_row(asked: Asked, in_english: bool) -> list[_Wrong]:
    ring: dict[str, _Wrong] = {}
    for column in asked.table.columns:
        cell = asked.row.cell(column.id)
        if cell is None or cell.is_blank or column in (asked.given_column, asked.told_column):
            continue
        folded = fold(cell.value)
        why = stands_under(column, in_english)
        place = rank("distractor", oldest(asked.table), oldest(column))
        ring.setdefault(folded, _Wrong(place, folded, Option(text=cell.value, why=why)))
    return sorted(ring.values(), key=lambda wrong: wrong.place)


def _distractors(ring: list[_Wrong], asked: Asked, labels: tuple[str, ...]) -> tuple[Option, ...]:
    taken = {fold(asked.told.value)}
    chosen = []
    for turn in range(min(_MOST_DISTRACTORS, len(ring))):
        start = bisect(ring, rank("distractors", *labels, asked.identity, str(turn)), key=lambda wrong: wrong.place)
        # the texts of a ring differ, so that this looks at no more places than there are options
        for step in range(len(ring)):
            wrong = ring[(start + step) % len(ring)]
            if wrong.folded not in taken:
                taken.add(wrong.folded)
                chosen.append(wrong.option)
                break
    return tuple(chosen)


def _item(asked: Asked, wrong: tuple[Option, ...], in_english: bool) -> Choice:
    name, identity = (full.partition("/")[2] for full in (asked.name, asked.identity))
    row = f"{asked.module.id}/{asked.table.id}.{asked.row.id}"
    return Choice(
        id=Id(name),
        was=(Id(identity),) if identity != name else (),
        stem=stem_of(asked, in_english),
        options=(Option(text=asked.told.value, correct=True), *wrong),
        answer=(asked.told.value,),
        objective=asked.table.objective,
        difficulty=asked.ask.difficulty,
        facts=(Reference(f"{row}.{asked.ask.given}"), Reference(f"{row}.{asked.ask.ask}")),
        origin=asked.row.origin,
    )
