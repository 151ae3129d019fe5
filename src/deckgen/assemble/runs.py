"""Breaks up runs of one letter among the keys of a form, without making any letter more frequent than it may be.

Keys are exchanged, or moved where a letter has room, so that runs become shorter, or at least others; a bounded number
of times, for keys of items whose options stay put may leave no way.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from deckgen.assemble.keyed import Keyed
from deckgen.assemble.stream import Stream

LONGEST: Final = 3
"""So many keys in a row may stand at one letter."""

_MOST_EXCHANGES: Final = 100

ALL: Final = 0

Group = tuple[int, int]
"""The number of options of some items, or `ALL` for all of them, and a place of their keys."""


def break_runs(keyed: Sequence[Keyed], most: Mapping[Group, int], stream: Stream) -> None:
    """Place keys anew where more than three in a row stand alike; `most` says how many may stand at each place."""
    forced = sum(length > LONGEST for length in _runs([_forced(one, -at) for at, one in enumerate(keyed, start=1)]))
    for _ in range(_MOST_EXCHANGES):
        lengths = _runs([one.place for one in keyed])
        long = [one for one, length in zip(keyed, lengths, strict=True) if length > LONGEST]
        if len(long) <= forced:
            return
        if not any(_shorten(one, keyed, most, stream, len(long)) for one in long) and not any(
            _shorten(one, keyed, most, stream, len(long) + 1) for one in stream.shuffled(keyed)
        ):
            return


def _forced(one: Keyed, otherwise: int) -> int:
    """Return the only place that a key can take; of one that can move, what equals no other."""
    return one.place if len(one.allowed) == 1 else otherwise


def _runs(places: Sequence[int]) -> list[int]:
    """Return for each index how long the run is by then."""
    lengths: list[int] = []
    for index, place in enumerate(places):
        same = index > 0 and places[index - 1] == place
        lengths.append(lengths[-1] + 1 if same else 1)
    return lengths


def _excess(keyed: Sequence[Keyed]) -> int:
    return sum(length > LONGEST for length in _runs([one.place for one in keyed]))


def _shorten(one: Keyed, keyed: Sequence[Keyed], most: Mapping[Group, int], stream: Stream, above: int) -> bool:
    """Exchange a key with another, or move it, if less than so many keys then stand too long in a row."""
    for other in stream.shuffled(keyed):
        if _can_exchange(one, other, most):
            one.place, other.place = other.place, one.place
            if _excess(keyed) < above:
                return True
            one.place, other.place = other.place, one.place
    loads, old = _loads(keyed, most), one.place
    for place in stream.shuffled(one.allowed):
        group = _group(one, place, most)
        if place != old and loads[group] < most.get(group, 0):
            one.place = place
            if _excess(keyed) < above:
                return True
    one.place = old
    return False


def _can_exchange(one: Keyed, other: Keyed, most: Mapping[Group, int]) -> bool:
    return (
        one.place != other.place
        and (len(one.order) == len(other.order) or (ALL, 0) in most)
        and other.place in one.allowed
        and one.place in other.allowed
    )


def _group(one: Keyed, place: int, most: Mapping[Group, int]) -> Group:
    return (ALL if (ALL, 0) in most else len(one.order)), place


def _loads(keyed: Sequence[Keyed], most: Mapping[Group, int]) -> Counter[Group]:
    return Counter(_group(one, one.place, most) for one in keyed)
