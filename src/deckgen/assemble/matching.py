"""Whether slots can all be filled when an item fills one: Hall's theorem, by augmenting paths.

Items that fit the same rows are interchangeable, so they are counted together: `supply` tells how many items fit
exactly the rows of each key.
"""

from collections import deque
from collections.abc import Mapping, Sequence

Rows = frozenset[int]


def short_rows(needs: Sequence[int], supply: Mapping[Rows, int]) -> Rows:
    """Return rows that together need more items than fit any of them; none when all can be filled."""
    free = dict(supply)
    used: dict[tuple[int, Rows], int] = {}
    for row, need in enumerate(needs):
        for _ in range(need):
            seen = _augment(row, free, used)
            if seen:
                return seen
    return frozenset()


def fewest_short_rows(needs: Sequence[int], supply: Mapping[Rows, int]) -> Rows:
    """Return short rows of which none can be left out: without any of them the others can be filled."""
    short = short_rows(needs, supply)
    for row in sorted(short):
        rest = short - {row}
        if rest and short_rows([need if place in rest else 0 for place, need in enumerate(needs)], supply):
            short = rest
    return short


def supplied(rows: Rows, supply: Mapping[Rows, int]) -> int:
    """Return how many items fit at least one of the rows."""
    return sum(count for fitting, count in supply.items() if fitting & rows)


def _augment(start: int, free: dict[Rows, int], used: dict[tuple[int, Rows], int]) -> Rows:
    """Fill one more slot of a row, moving others where need be; return the rows that stand in the way if it fails."""
    came_from: dict[int, tuple[int, Rows] | None] = {start: None}
    pending = deque([start])
    while pending:
        row = pending.popleft()
        for group in free:
            if row not in group:
                continue
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
