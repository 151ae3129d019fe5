"""Evens out at which letters the keys of a form stand.

Fair places give nothing away to a learner who guesses. A key moves along a shortest chain of places, each of which
passes one key on, so that items whose options stay put stand in nobody's way.
"""

from collections import Counter, deque
from collections.abc import Callable, Sequence
from typing import Final

from deckgen.assemble.keyed import Keyed
from deckgen.assemble.runs import ALL, Group, break_runs
from deckgen.assemble.stream import Stream
from deckgen.model.exam import KeyPositions

__all__ = ["SLACK", "Keyed", "even_out"]

SLACK: Final = 1
"""By how much a letter may exceed its fair share, rounded up, where `key_positions` is `loose`."""

Shift = Callable[[list[int], int, int], bool]
"""Whether, under these loads, a key should go from one place to another."""


def even_out(keyed: Sequence[Keyed], how: KeyPositions, stream: Stream) -> None:
    """Move keys until the letters are used as evenly as asked for, then break up runs of one letter."""
    if how is KeyPositions.RANDOM or not keyed:
        return
    size = max(len(one.order) for one in keyed)
    most: dict[Group, int] = {}
    if how is KeyPositions.EXACT:
        for options in sorted({len(one.order) for one in keyed}):
            group = stream.shuffled([one for one in keyed if len(one.order) == options])
            letters = stream.shuffled(range(options))
            _level(group, letters, lambda loads, source, target: loads[source] >= loads[target] + 2)
        most = dict(Counter((len(one.order), one.place) for one in keyed))
    else:
        caps = [_cap(keyed, place) for place in range(size)]
        _level(
            stream.shuffled(keyed),
            stream.shuffled(range(size)),
            lambda loads, source, target: loads[source] > caps[source] and loads[target] < caps[target],
        )
        loads = Counter(one.place for one in keyed)
        most = {(ALL, place): max(cap, loads[place]) for place, cap in enumerate(caps)}
    break_runs(keyed, most, stream)


def _cap(keyed: Sequence[Keyed], place: int) -> int:
    """Return a letter's fair share, rounded up, with the slack; exactly, for thirds do not add up in floats."""
    sizes = [len(one.order) for one in keyed if len(one.order) > place]
    whole = 1
    for size in set(sizes):
        whole *= size
    return -(-sum(whole // size for size in sizes) // whole) + SLACK


def _level(group: Sequence[Keyed], letters: Sequence[int], is_better: Shift) -> None:
    """Move keys while that is better; who comes first among equal letters is left to chance, or A would be favoured."""
    loads = [0] * len(letters)
    for one in group:
        loads[one.place] += 1
    while chain := _chain(group, letters, loads, is_better):
        for one, target in chain:
            loads[one.place] -= 1
            loads[target] += 1
            one.place = target


def _chain(
    group: Sequence[Keyed], letters: Sequence[int], loads: list[int], is_better: Shift
) -> list[tuple[Keyed, int]]:
    """Search breadth first from each place for the moves that bring one key from it to a better one."""
    for source in sorted(letters, key=lambda place: -loads[place]):
        came: dict[int, tuple[Keyed, int] | None] = {source: None}
        queue = deque([source])
        while queue:
            place = queue.popleft()
            if place != source and is_better(loads, source, place):
                return _trace(came, place)
            movers = [one for one in group if one.place == place]
            for target in letters:
                mover = None if target in came else next((one for one in movers if target in one.allowed), None)
                if mover is not None:
                    came[target] = mover, target
                    queue.append(target)
    return []


def _trace(came: dict[int, tuple[Keyed, int] | None], place: int) -> list[tuple[Keyed, int]]:
    moves = []
    while (move := came[place]) is not None:
        moves.append(move)
        place = move[0].place
    return moves
