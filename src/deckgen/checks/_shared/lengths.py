"""How long a reader sees a text, and which key betrays itself by its length."""

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


_MORE_THAN_CODE: Final = re.compile(r"[*_~\[{\\#>]|``|[^\S ]|(?:^| )`?(?: |$)|^[-+] ")
"""What hides characters besides the backticks around code in a line."""


def visible_length(text: str) -> int:
    """Return how many characters a reader sees."""
    backticks = text.count("`")
    return len(plain(text)) if backticks % 2 or _MORE_THAN_CODE.search(text) else len(text) - backticks


def much_longer_key(item: Choice) -> tuple[Option, Option] | None:
    """Return the shortest key and the longest distractor where that key is much longer."""
    keys = item.key
    others = [option for option in item.options if not option.correct]
    if not keys or not others or not _may_stand_out(keys, others):
        return None
    key, other = min(keys, key=_length), max(others, key=_length)
    return (key, other) if _stands_out(_length(key), _length(other)) else None


def _length(option: Option) -> int:
    return visible_length(option.text)


def _stands_out(key: int, other: int) -> bool:
    return key >= _RATIO * other and key - other >= _MORE


def _may_stand_out(keys: Iterable[Option], others: Iterable[Option]) -> bool:
    """Tell, at little cost, whether it is worth while to count what is seen."""
    shortest = min([len(option.text) for option in keys])
    longest = shortest - _MORE + _MARKS
    return shortest >= _MORE and all(len(one.text) <= longest or _HIDES.search(one.text) for one in others)
