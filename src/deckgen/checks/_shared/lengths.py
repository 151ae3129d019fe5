"""Which key betrays itself by its length."""

import re
from collections.abc import Iterable
from typing import Final

from deckgen.model.item import Choice, Option
from deckgen.model.plain import plain

_RATIO: Final = 1.5
_MORE: Final = 20
_MARKS: Final = 10
"""How many characters the marks of a short text hide at most."""

_HIDES: Final = re.compile(r"\]\(|\n")
"""What hides more: the target of a link, the fences of code."""


def visible(option: Option) -> int:
    """Return how many characters a reader sees of an option."""
    return len(plain(option.text))


def much_longer_key(item: Choice) -> tuple[Option, Option] | None:
    """Return the shortest key and the longest distractor where that key is much longer."""
    keys = item.key
    others = [option for option in item.options if not option.correct]
    if not keys or not others or not _may_stand_out(keys, others):
        return None
    key, other = min(keys, key=visible), max(others, key=visible)
    return (key, other) if _stands_out(visible(key), visible(other)) else None


def _stands_out(key: int, other: int) -> bool:
    return key >= _RATIO * other and key - other >= _MORE


def _may_stand_out(keys: Iterable[Option], others: Iterable[Option]) -> bool:
    """Tell, at little cost, whether it is worth while to count what is seen."""
    shortest = min([len(option.text) for option in keys])
    longest = shortest - _MORE + _MARKS
    return shortest >= _MORE and all(len(one.text) <= longest or _HIDES.search(one.text) for one in others)
