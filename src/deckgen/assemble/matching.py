"""Whether slots can all be filled when an item fills one: Hall's theorem, by augmenting paths.

Items that fit the same rows are interchangeable, so they are counted together: `supply` tells how many items fit
exactly the rows of each key.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

Rows = frozenset[int]

_MOST_WORK: Final = 6_000
"""So many slots are filled to leave out rows: a count, not a time, so that all machines say the same."""


def short_rows(needs: Sequence[int], supply: Mapping[Rows, int]) -> Rows:
    """Return rows that together need more items than fit any of them; none when all can be filled."""
    return _fill(needs, range(len(needs)), supply)[1]


def fewest_short_rows(needs: Sequence[int], supply: Mapping[Rows, int]) -> Rows:
    """Return short rows of which none can be left out: without any of them the others can be filled.

    Rows are filled in turn, and without the first that fails those before it can be: so it is needed, and goes first
    the next time, until all that are left are needed. Of very many rows a few too many may be told.
    """
    short = short_rows(needs, supply)
    needed: list[int] = []
    work = _MOST_WORK
    while len(needed) < len(short) and work > 0:
        order = [*needed, *sorted(short.difference(needed))]
        work -= sum(needs[row] for row in order)
        last, short = _fill(needs, order, supply)
        needed = sorted(short) if last in needed else [last, *needed]
    return short


def supplied(rows: Rows, supply: Mapping[Rows, int]) -> int:
    """Return how many items fit at least one of the rows."""
    return sum(count for fitting, count in supply.items() if fitting & rows)


def _fill(needs: Sequence[int], order: Iterable[int], supply: Mapping[Rows, int]) -> tuple[int, Rows]:
    """Fill rows in turn; return the first that cannot be filled, and with it all that stand in its way."""
    free = dict(supply)
    used: dict[tuple[int, Rows], int] = {}
    groups: defaultdict[int, list[Rows]] = defaultdict(list)
    for group in supply:
        for row in group:
            groups[row].append(group)
    for row in order:
        for _ in range(needs[row]):
            seen = _augment(row, groups, free, used)
            if seen:
                return row, seen
    return -1, frozenset()


def _augment(
    start: int, groups: Mapping[int, list[Rows]], free: dict[Rows, int], used: dict[tuple[int, Rows], int]
) -> Rows:
    """Fill one more slot of a row, moving others where need be; return the rows that stand in the way if it fails."""
    came_from: dict[int, tuple[int, Rows] | None] = {start: None}
    pending = deque([start])
    while pending:
        row = pending.popleft()
        for group in groups.get(row, ()):
            if free[group]:
                _shift(row, group, came_from, free, used)
                return frozenset()
            for other in group:
                if other not in came_from and used.get((other, group)):
                    came_from[other] = (row, group)
                    pending.append(other)
    return frozenset(came_from)


def _shift(
    row: int,
    group: Rows,
    came_from: Mapping[int, tuple[int, Rows] | None],
    free: dict[Rows, int],
    used: dict[tuple[int, Rows], int],
) -> None:
    """Take an item of the group for the row; what the row gives up goes to the row that wanted it, and so on."""
    free[group] -= 1
    used[row, group] = used.get((row, group), 0) + 1
    while step := came_from[row]:
        wanting, given_up = step
        used[row, given_up] -= 1
        used[wanting, given_up] = used.get((wanting, given_up), 0) + 1
        row = wanting
