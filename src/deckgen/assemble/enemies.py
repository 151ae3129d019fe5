"""Items that never stand in one form, because one gives away the other or asks the same again."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from deckgen.assemble.candidates import Candidate, earlier_names
from deckgen.model.names import full_name

Enemies = Mapping[str, frozenset[str]]
"""By an item's full name those of its enemies; who has none is left out."""


def enemies(candidates: Iterable[Candidate]) -> Enemies:
    """Find the enemies among candidates.

    Enemies are what authors call so, from either side; the items made from one row of a table; and these together
    with the authored items whose `facts` cite a cell of that row.
    """
    pool = tuple(candidates)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in (*_declared(pool), *_of_rows(pool)):
        if one != other:
            found[one].add(other)
            found[other].add(one)
    return {name: frozenset(others) for name, others in found.items()}


def _declared(pool: tuple[Candidate, ...]) -> Iterator[tuple[str, str]]:
    now = {earlier: one.name for one in pool for earlier in earlier_names(one)}
    now |= {one.name: one.name for one in pool}
    for candidate in pool:
        for reference in candidate.item.enemies:
            other = now.get(full_name(candidate.module, reference))
            if other is not None:
                yield candidate.name, other


def _of_rows(pool: tuple[Candidate, ...]) -> Iterator[tuple[str, str]]:
    made: defaultdict[str, list[str]] = defaultdict(list)
    for candidate in pool:
        if candidate.is_generated:
            for row in _rows(candidate):
                made[row].append(candidate.name)
    for candidate in pool:
        for row in _rows(candidate) if made else ():
            for other in made.get(row, ()):
                yield candidate.name, other


def _rows(candidate: Candidate) -> Iterator[str]:
    """Yield the full names of the rows that an item rests on, a generated one's earlier name included."""
    cells = [*candidate.item.facts, *(candidate.item.was if candidate.is_generated else ())]
    for cell in cells:
        row, dot, _ = cell.rpartition(".")
        if dot:
            yield full_name(candidate.module, row)
