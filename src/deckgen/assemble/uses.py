"""How often each item is used, and for which rows of the blueprint.

The sets of items that can fill slots form a transversal matroid (Edmonds and Fulkerson 1965). So it is enough to
take items greedily, first each once, then each twice: no other choice uses any item less or repeats fewer.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Uses:
    """The names that each row takes in all forms together; a name stands as often as it is used."""

    capacity: Sequence[int]
    matching: Mapping[str, tuple[int, ...]]
    taken: list[list[str]] = field(init=False)
    _closed: set[int] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.taken = [[] for _ in self.capacity]

    @property
    def is_full(self) -> bool:
        """Whether every row has all that it needs."""
        return all(len(names) == most for names, most in zip(self.taken, self.capacity, strict=True))

    def take(self, names: Iterable[str]) -> None:
        """Take each name once more where a row, after others have moved over, has room for it."""
        for name in names:
            if self.may_take(name):
                self._add(name)

    def may_take(self, name: str) -> bool:
        """Tell whether a row that matches may still have room, so far as is known."""
        return not self._closed.issuperset(self.matching[name])

    def _add(self, name: str) -> None:
        """Search breadth first for a row with room; each step moves one name out of a full row into another."""
        came: dict[int, tuple[int, str]] = dict.fromkeys(self.matching[name], (-1, name))
        queue = deque(came)
        while queue:
            row = queue.popleft()
            if len(self.taken[row]) < self.capacity[row]:
                return self._shift(row, came)
            for mover in self.taken[row]:
                for other in self.matching[mover]:
                    if other not in came:
                        came[other] = row, mover
                        queue.append(other)
        # full, and so for ever: rows only gain names
        self._closed.update(came)
        return None

    def _shift(self, row: int, came: Mapping[int, tuple[int, str]]) -> None:
        while row >= 0:
            source, name = came[row]
            self.taken[row].append(name)
            if source >= 0:
                self.taken[source].remove(name)
            row = source
