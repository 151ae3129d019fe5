"""Rows of a blueprint that together need more items than match them: what they need, and what there is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from deckgen.assemble.matching import Rows, fewest_short_rows, short_rows, supplied

_MOST_TOGETHER: Final = 5

Matching = Mapping[str, tuple[int, ...]]
"""By an item's full name the places of the rows that it matches."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """Rows, by their places, the number of items that they need, and the names of all that match any of them.

    `missing` is how many more items would do, beside those that shortages told before it lack; `goes_on` says that more
    rows fall short together than are told at once.
    """

    rows: tuple[int, ...]
    needed: int
    names: tuple[str, ...]
    missing: int
    goes_on: bool = False


def shortages(needs: Sequence[int], matching: Matching) -> Iterator[Shortage]:
    """Yield what is short (Hall 1935), so that none of its rows can be left out, until what is told would do.

    First all rows are told that fall short alone. Of rows that do so together, only five sets are told at once.
    """
    supply = Counter(map(frozenset, matching.values()))
    left = list(needs)
    for row in range(len(needs)):
        if left[row] > supplied(frozenset({row}), supply):
            yield _told(frozenset({row}), needs, left, matching)
    for told in range(1, _MOST_TOGETHER + 1):
        short = fewest_short_rows(left, supply)
        if not short:
            return
        shortage = _told(short, needs, left, matching)
        goes_on = told == _MOST_TOGETHER and bool(short_rows(left, supply))
        yield replace(shortage, goes_on=goes_on)


def _told(short: Rows, needs: Sequence[int], left: list[int], matching: Matching) -> Shortage:
    """Return what rows lack, and take it that it will be there."""
    names = tuple(sorted(name for name, rows in matching.items() if not short.isdisjoint(rows)))
    missing = lacking = sum(left[row] for row in short) - len(names)
    for row in sorted(short):
        taken = min(lacking, left[row])
        left[row] -= taken
        lacking -= taken
    return Shortage(tuple(sorted(short)), sum(needs[row] for row in short), names, missing)


def most_forms(counts: Sequence[int], matching: Matching) -> int:
    """Return how many forms there are items for when no two share one; enemies are not looked at."""
    supply = Counter(map(frozenset, matching.values()))
    least, most = 0, len(matching) // max(1, sum(counts))
    while least < most:
        middle = (least + most + 1) // 2
        if short_rows([count * middle for count in counts], supply):
            most = middle - 1
        else:
            least = middle
    return least
