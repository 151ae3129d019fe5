"""Evens out how many items of each level two forms hold, without using any item more or less.

All items of two forms are paired on two sides: within each row, and within each level (an item that both hold with
itself). The pairs close into even rings and open chains; walking these and giving turn by turn to one form and the
other halves every row exactly and every level but for one item (after Euler's rings; de Werra 1971).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from deckgen.assemble.deal import Hand
from deckgen.assemble.stream import Stream

Levels = Mapping[str, str]
"""The level of each item, by name."""


def counts(hand: Iterable[str], levels: Levels) -> Mapping[str, int]:
    """Count the items of each level."""
    found: defaultdict[str, int] = defaultdict(int)
    for name in hand:
        found[levels[name]] += 1
    return found


def widest(hands: list[Hand], levels: Levels) -> tuple[int, int, int]:
    """Return by how many items of one level two forms differ most, and the two forms."""
    return _widest([counts(hand, levels) for hand in hands])


def _widest(tables: Sequence[Mapping[str, int]]) -> tuple[int, int, int]:
    gaps = [(0, 0, 0)]
    for level in sorted(set().union(*tables)):
        found = [table.get(level, 0) for table in tables]
        most, least = max(found), min(found)
        gaps.append((most - least, found.index(most), found.index(least)))
    return max(gaps, key=lambda gap: gap[0])


def balance(hands: list[Hand], levels: Levels, stream: Stream) -> None:
    """Exchange items between forms until no two differ by more than one item of a level.

    Each split lowers the sum of the squares of all counts, so that this ends.
    """
    tables = [counts(hand, levels) for hand in hands]
    gap, one, other = _widest(tables)
    while gap > 1:
        hands[one], hands[other] = split(hands[one], hands[other], levels, stream)
        for form in (one, other):
            tables[form] = counts(hands[form], levels)
        gap, one, other = _widest(tables)


def split(one: Hand, other: Hand, levels: Levels, stream: Stream) -> tuple[Hand, Hand]:
    """Deal the items of two forms anew to both."""
    edges = [(name, row) for hand in (one, other) for name, row in sorted(hand.items())]
    edges = stream.shuffled(edges)
    by_row = _pairs([str(row) for _, row in edges])
    both = one.keys() & other.keys()
    by_level = _pairs([f"item {name}" if name in both else f"level {levels[name]}" for name, _ in edges])
    sides = _sides(by_row, by_level)
    halves: tuple[Hand, Hand] = ({}, {})
    for (name, row), side in zip(edges, sides, strict=True):
        halves[side][name] = row
    return halves


def _pairs(labels: list[str]) -> list[int | None]:
    """Return the partner of each index: the next with the same label, None for one that is left over."""
    partners: list[int | None] = [None] * len(labels)
    waiting: dict[str, int] = {}
    for index, label in enumerate(labels):
        partner = waiting.pop(label, None)
        if partner is None:
            waiting[label] = index
        else:
            partners[index], partners[partner] = partner, index
    return partners


def _sides(by_row: list[int | None], by_level: list[int | None]) -> list[int]:
    """Give 0 or 1 to each index so that no partner has the same."""
    sides: dict[int, int] = {}
    for start in range(len(by_row)):
        stack = [] if start in sides else [start]
        sides.setdefault(start, 0)
        while stack:
            index = stack.pop()
            for partner in (by_row[index], by_level[index]):
                if partner is not None and partner not in sides:
                    sides[partner] = 1 - sides[index]
                    stack.append(partner)
    return [sides[index] for index in range(len(by_row))]
