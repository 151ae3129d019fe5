"""Evens out at which letters the keys of a form stand.

Fair places give nothing away to a learner who guesses. A key moves along a shortest chain of places, each of which
passes one key on, so that items whose options stay put stand in nobody's way.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from deckgen.assemble.shuffle import layout_of
from deckgen.assemble.stream import Stream
from deckgen.model.exam import KeyPositions
from deckgen.model.item import Choice

_LONGEST_RUN: Final = 3
_MOST_EXCHANGES: Final = 200

Shift = Callable[[list[int], int, int], bool]
"""Whether, under these loads, a key should go from one place to another."""


@dataclass(slots=True)
class Keyed:
    """A single-choice item at its place in a form: the printed order and the places that its key can take."""

    item: Choice
    order: tuple[int, ...]
    allowed: tuple[int, ...]
    place: int

    @classmethod
    def of(cls, item: Choice, order: tuple[int, ...]) -> "Keyed":
        """Find the key of an item and whether it can move."""
        layout = layout_of(item)
        place = next(place for place, index in enumerate(order) if item.options[index].correct)
        allowed = tuple(layout.free_places) if order[place] in layout.free else (place,)
        return cls(item, order, allowed, place)

    def settled(self) -> tuple[int, ...]:
        """Return the order with the key at its new place; what stood there takes the old one."""
        order = list(self.order)
        old = next(place for place, index in enumerate(order) if self.item.options[index].correct)
        order[old], order[self.place] = order[self.place], order[old]
        return tuple(order)


def even_out(keyed: Sequence[Keyed], how: KeyPositions, stream: Stream) -> None:
    """Move keys until the letters are used as evenly as asked for, then break up runs of one letter."""
    if how is KeyPositions.RANDOM or not keyed:
        return
    size = max(len(one.order) for one in keyed)
    if how is KeyPositions.EXACT:
        for options in sorted({len(one.order) for one in keyed}):
            group = stream.shuffled([one for one in keyed if len(one.order) == options])
            _level(group, options, lambda loads, source, target: loads[source] >= loads[target] + 2)
    else:
        caps = [_cap(keyed, place) for place in range(size)]
        _level(
            stream.shuffled(keyed),
            size,
            lambda loads, source, target: loads[source] > caps[source] and loads[target] < caps[target],
        )
    _break_runs(keyed, stream)


def _cap(keyed: Sequence[Keyed], place: int) -> int:
    """Return one more than a letter's fair share, rounded up; exactly, for thirds do not add up in floats."""
    sizes = [len(one.order) for one in keyed if len(one.order) > place]
    whole = 1
    for size in set(sizes):
        whole *= size
    return -(-sum(whole // size for size in sizes) // whole) + 1


def _level(group: Sequence[Keyed], size: int, is_better: Shift) -> None:
    loads = [0] * size
    for one in group:
        loads[one.place] += 1
    while chain := _chain(group, loads, is_better):
        for one, target in chain:
            loads[one.place] -= 1
            loads[target] += 1
            one.place = target


def _chain(group: Sequence[Keyed], loads: list[int], is_better: Shift) -> list[tuple[Keyed, int]]:
    """Search breadth first from each place for the moves that bring one key from it to a better one."""
    for source in sorted(range(len(loads)), key=lambda place: -loads[place]):
        came: dict[int, tuple[Keyed, int] | None] = {source: None}
        queue = deque([source])
        while queue:
            place = queue.popleft()
            if place != source and is_better(loads, source, place):
                return _trace(came, place)
            for one in group:
                for target in one.allowed if one.place == place else ():
                    if target not in came:
                        came[target] = one, target
                        queue.append(target)
    return []


def _trace(came: dict[int, tuple[Keyed, int] | None], place: int) -> list[tuple[Keyed, int]]:
    moves = []
    while (move := came[place]) is not None:
        moves.append(move)
        place = move[0].place
    return moves


def _runs(places: Sequence[int]) -> list[int]:
    """Return for each index how long the run is by then."""
    lengths: list[int] = []
    for index, place in enumerate(places):
        same = index > 0 and places[index - 1] == place
        lengths.append(lengths[-1] + 1 if same else 1)
    return lengths


def _excess(keyed: Sequence[Keyed]) -> int:
    return sum(length > _LONGEST_RUN for length in _runs([one.place for one in keyed]))


def _break_runs(keyed: Sequence[Keyed], stream: Stream) -> None:
    """Exchange the places of two keys, which keeps all loads, as long as that makes runs shorter."""
    for _ in range(_MOST_EXCHANGES):
        lengths = _runs([one.place for one in keyed])
        long = [one for one, length in zip(keyed, lengths, strict=True) if length > _LONGEST_RUN]
        if not long or not _exchange(keyed, long, stream):
            return


def _exchange(keyed: Sequence[Keyed], long: Sequence[Keyed], stream: Stream) -> bool:
    before = _excess(keyed)
    for one in long:
        for other in stream.shuffled(keyed):
            if _can_exchange(one, other):
                one.place, other.place = other.place, one.place
                if _excess(keyed) < before:
                    return True
                one.place, other.place = other.place, one.place
    return False


def _can_exchange(one: Keyed, other: Keyed) -> bool:
    return (
        one.place != other.place
        and len(one.order) == len(other.order)
        and other.place in one.allowed
        and one.place in other.allowed
    )
