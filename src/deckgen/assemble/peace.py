"""Keeps enemies apart: exchanges items of one row between forms, or for items that no form holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from deckgen.assemble.balance import Levels
from deckgen.assemble.deal import Hand
from deckgen.assemble.enemies import Enemies


class Meeting(NamedTuple):
    """A form, two enemies that it holds, and the first row for which it holds one of them."""

    form: int
    one: str
    other: str
    row: int


@dataclass(frozen=True, slots=True)
class Rules:
    """What an exchange has to keep: the items that match each row, their levels and their enemies.

    `keeps_uses` lets no item be used more than the one it replaces was, `keeps_levels` only those of one level change.
    """

    by_row: Sequence[Sequence[str]]
    levels: Levels
    enemies: Enemies
    keeps_uses: bool = True
    keeps_levels: bool = True

    def meet(self, name: str, hand: Mapping[str, int], leaving: str | None = None) -> bool:
        """Tell whether a form holds an enemy of an item, apart from one that leaves it."""
        return any(enemy in hand and enemy != leaving for enemy in self.enemies.get(name, ()))

    def may_replace(self, name: str, other: str, hand: Mapping[str, int]) -> bool:
        """Tell whether a form that gives up an item may take another: one of its level, if need be, without enemies."""
        return (
            other not in hand
            and (not self.keeps_levels or self.levels[name] == self.levels[other])
            and not self.meet(other, hand, leaving=name)
        )


def meetings(hands: Sequence[Hand], enemies: Enemies) -> Iterator[Meeting]:
    """Yield every pair of enemies in every form, once."""
    for form, hand in enumerate(hands):
        yield from _meetings_in(form, hand, enemies)


def _meetings_in(form: int, hand: Hand, enemies: Enemies) -> Iterator[Meeting]:
    for name in filter(enemies.__contains__, hand):
        for enemy in sorted(enemies[name]):
            if name < enemy and enemy in hand:
                yield Meeting(form, name, enemy, min(hand[name], hand[enemy]))


def make_peace(hands: list[Hand], rules: Rules) -> bool:
    """Exchange until no enemies meet; tell whether that was possible. Every exchange ends a meeting, so it ends."""
    if not rules.enemies:
        return True
    uses: dict[str, int] = {}
    for hand in hands:
        for name in hand:
            uses[name] = uses.get(name, 0) + 1
    quarrels = [list(_meetings_in(form, hand, rules.enemies)) for form, hand in enumerate(hands)]
    while any(quarrels):
        changed = _exchange(hands, quarrels, uses, rules)
        if not changed:
            return False
        for form in changed:
            quarrels[form] = list(_meetings_in(form, hands[form], rules.enemies))
    return True


def _exchange(
    hands: list[Hand], quarrels: Sequence[Sequence[Meeting]], uses: dict[str, int], rules: Rules
) -> tuple[int, ...]:
    """End the first meeting that can be ended; return the forms that have changed."""
    for form, one, other, _ in chain.from_iterable(quarrels):
        for name in (one, other):
            changed = _replace(hands, form, name, uses, rules) or _swap(hands, form, name, rules)
            if changed:
                return changed
    return ()


def _replace(hands: list[Hand], form: int, name: str, uses: dict[str, int], rules: Rules) -> tuple[int, ...]:
    """Take an item instead that is used less; return the form if there is one."""
    hand = hands[form]
    most = uses[name] if rules.keeps_uses else len(hands)
    for other in rules.by_row[hand[name]]:
        if uses.get(other, 0) < most and rules.may_replace(name, other, hand):
            hand[other] = hand.pop(name)
            uses[name] -= 1
            uses[other] = uses.get(other, 0) + 1
            return (form,)
    return ()


def _swap(hands: list[Hand], form: int, name: str, rules: Rules) -> tuple[int, ...]:
    """Exchange an item for one of the same row in another form; return both forms if there is one."""
    hand = hands[form]
    row = hand[name]
    fitting = {other for other in rules.by_row[row] if rules.may_replace(name, other, hand)}
    for place, target in enumerate(hands) if fitting else ():
        if name in target or target is hand:
            continue
        for other, other_row in target.items():
            if other in fitting and other_row == row and not rules.meet(name, target, leaving=other):
                del hand[name], target[other]
                hand[other] = target[name] = row
                return form, place
    return ()
