"""Items that never stand in one form, because one gives away the other or asks the same again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

from deckgen.assemble.candidates import Candidate, earlier_names
from deckgen.model.alike import alike_pairs, is_told_apart, pairs_among
from deckgen.model.likeness import Pair
from deckgen.model.names import full_name
from deckgen.model.same_question import Question, asks_again

Enemies = Mapping[str, Mapping[str, str]]
"""By an item's full name those of its enemies, each with the reason; who has none is left out."""

_Quarrel = tuple[str, str, str]
"""Two names and why they are enemies."""

_ALIKE: Final = "B605"
_SAME: Final = "B604"


def enemies(candidates: Iterable[Candidate], alike: Sequence[Pair] | None = None) -> Enemies:
    """Find the enemies among candidates.

    Enemies are what authors call so, from either side; the items made from one row of a table; these together with the
    authored items whose `facts` cite a cell of that row; and what rule B605 finds alike. `alike` are the pairs that it
    compared in the whole bank, where that is known.
    """
    pool = tuple(candidates)
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one, other, why in (*_declared(pool), *_of_rows(pool), *_alike(pool, alike)):
        if one != other:
            found[one].setdefault(other, why)
            found[other].setdefault(one, why)
    return dict(found)


def _declared(pool: tuple[Candidate, ...]) -> Iterator[_Quarrel]:
    now = {earlier: one.name for one in pool for earlier in earlier_names(one)}
    now |= {one.name: one.name for one in pool}
    for candidate in pool:
        for reference in candidate.item.enemies:
            other = now.get(full_name(candidate.module, reference))
            if other is not None:
                yield candidate.name, other, f"`{candidate.name}` has `{other}` in its `enemies`"


def _of_rows(pool: tuple[Candidate, ...]) -> Iterator[_Quarrel]:
    now = _row_names(pool)
    made: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in pool:
        if candidate.is_generated:
            for row in _rows(candidate, now):
                made[row].append(candidate.name)
    for candidate in pool:
        for row in _rows(candidate, now):
            how = (
                "both are made from"
                if candidate.is_generated
                else f"`{candidate.name}` cites what the other is made from:"
            )
            for other in made.get(row, ()):
                yield candidate.name, other, f"{how} the row `{row}`"


def _row_names(pool: tuple[Candidate, ...]) -> dict[str, str]:
    """Return by all names that rows ever had their names now, in modules that items are made from."""
    modules = {one.module.id: one.module for one in pool if one.is_generated}
    found: dict[str, str] = {}
    for module in modules.values():
        for table in module.tables:
            for row in table.rows:
                now = full_name(module, f"{table.id}.{row.id}")
                for names in product((table.id, *table.was), (row.id, *row.was)):
                    found.setdefault(full_name(module, ".".join(names)), now)
                found[now] = now
    return found


def _rows(candidate: Candidate, now: Mapping[str, str]) -> Iterator[str]:
    """Yield the full names of the rows that an item rests on; only those that items may be made from."""
    for cell in candidate.item.facts:
        row = now.get(full_name(candidate.module, cell.rpartition(".")[0]))
        if row is not None:
            yield row


def _alike(pool: tuple[Candidate, ...], alike: Sequence[Pair] | None) -> Iterator[_Quarrel]:
    found = {one.name: Question(one.name, one.module, one.item) for one in pool if not one.is_generated}
    pairs = alike_pairs(found.values()) if alike is None else pairs_among(alike, found)
    for pair in pairs:
        one, other = found[pair.one], found[pair.other]
        if not is_told_apart(one, other) and not _is_accepted(one, other):
            yield pair.one, pair.other, f"they say nearly the same, {pair.likeness:.0%} of it in the same words"


def _is_accepted(one: Question, other: Question) -> bool:
    """Tell whether the author has looked at a finding about two items and let it stand; it lies at the second."""
    rule = _SAME if asks_again(one, other) else _ALIKE
    return any(ignored.rule == rule for ignored in other.item.ignore)
