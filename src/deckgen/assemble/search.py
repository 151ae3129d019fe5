"""Looks through all ways to fill a form without enemies: the last resort where exchanges lead nowhere.

Depth first, the row with the least choice first, an item of a row never before one that was passed over. Whether there
is such a form is as hard as to find an independent set in a graph, so the search gives up after so many steps.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from deckgen.assemble.deal import Hand
from deckgen.assemble.enemies import Enemies

_MOST_STEPS: Final = 20_000
"""Steps, not seconds: the outcome is the same on any machine."""


def peaceful_hand(counts: Sequence[int], by_row: Sequence[Sequence[str]], enemies: Enemies) -> Hand | None:
    """Return so many items for each row, of which no two are enemies; those that stand first are preferred."""
    rows = sorted(range(len(counts)), key=lambda row: len(by_row[row]) - counts[row])
    return _Search([row for row in rows for _ in range(counts[row])], by_row, enemies).found()


class _Search:
    """A form that is being filled, slot by slot; `slots` are the rows that they belong to."""

    def __init__(self, slots: Sequence[int], by_row: Sequence[Sequence[str]], enemies: Enemies) -> None:
        self.slots = slots
        self.by_row = by_row
        self.enemies = enemies
        self.chosen: list[int] = []
        self.hand: Hand = {}
        self.blocked: Counter[str] = Counter()

    def found(self) -> Hand | None:
        """Return the first form that there is."""
        ways = [self._ways()]
        for _ in range(_MOST_STEPS):
            if len(self.chosen) == len(self.slots):
                return self.hand
            place = next(ways[-1], None)
            if place is not None:
                self._take(place)
                ways.append(self._ways())
            elif self.chosen:
                ways.pop()
                self._give_back()
            else:
                return None
        return None

    def _ways(self) -> Iterator[int]:
        """Yield the places, among the items of the next slot's row, of those that may still fill it."""
        depth = len(self.chosen)
        if depth == len(self.slots):
            return
        row = self.slots[depth]
        goes_on = depth > 0 and self.slots[depth - 1] == row
        for place in range(self.chosen[-1] + 1 if goes_on else 0, len(self.by_row[row])):
            name = self.by_row[row][place]
            if name not in self.hand and not self.blocked[name]:
                yield place

    def _take(self, place: int) -> None:
        row = self.slots[len(self.chosen)]
        name = self.by_row[row][place]
        self.chosen.append(place)
        self.hand[name] = row
        self.blocked.update(tuple(self.enemies.get(name, ())))

    def _give_back(self) -> None:
        place = self.chosen.pop()
        name = self.by_row[self.slots[len(self.chosen)]][place]
        del self.hand[name]
        self.blocked.subtract(tuple(self.enemies.get(name, ())))
