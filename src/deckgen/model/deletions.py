"""What each number among a fact's deletions hides, and where, so that a number never comes to hide something else."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from deckgen.model.folding import fold
from deckgen.model.plain import plain

_SIGN: Final = re.compile(r"\{\{c0*([1-9]\d{0,2})::|\}\}")
_WHOLE: Final = re.compile(r"\{\{c\d+::(?:(?!\{\{c|\}\}).)*\}\}", re.DOTALL)
_PART: Final = re.compile(r"\{\{c\d+::|(?:::[^:{}]*)?\}\}")
_WORD: Final = re.compile(r"\w+")
_NEAR: Final = 3


class Deletion(NamedTuple):
    """A number that a fact has or had: the hash of what it hides or hid, and those of the words around it."""

    number: int
    hash: str
    is_gone: bool = False
    left: str = ""
    right: str = ""

    def likeness(self, other: "Deletion") -> int:
        """Count the sides on which two deletions stand beside the same words."""
        return (self.left == other.left != "") + (self.right == other.right != "")


def deletions_of(text: str) -> tuple[Deletion, ...]:
    """Return the deletions of a text by number; markup, case and hints do not count."""
    hidden: defaultdict[int, list[tuple[str, str, str]]] = defaultdict(list)
    opened: list[tuple[int, int, int]] = []
    for sign in _SIGN.finditer(text):
        if sign[1]:
            opened.append((int(sign[1]), sign.start(), sign.end()))
        elif opened:
            number, start, inner = opened.pop()
            words = fold(plain(f"{{{{c1::{text[inner : sign.start()]}}}}}"))
            left, right = _words(text[:start])[-_NEAR:], _words(text[sign.end() :])[:_NEAR]
            hidden[number].append((words, " ".join(left), " ".join(right)))
    return tuple(
        Deletion(number, _hash(one[0] for one in places), False, *(_hash(side)[:4] for side in _sides(places)))
        for number, places in sorted(hidden.items())
    )


def remembered_deletions(before: Iterable[Deletion], now: Iterable[Deletion]) -> tuple[Deletion, ...]:
    """Return the numbers that a fact has, and those that it had: they are not used again."""
    present = {one.number: one for one in now}
    gone = [Deletion(one.number, one.hash, is_gone=True) for one in before if one.number not in present]
    return tuple(sorted([*present.values(), *gone]))


def _words(text: str) -> list[str]:
    """Return the words of a part of a text; a deletion in it counts as one, whatever it hides."""
    while _WHOLE.search(text):
        text = _WHOLE.sub(" _ ", text)
    return _WORD.findall(fold(plain(_PART.sub("", text))))


def _sides(places: Iterable[tuple[str, str, str]]) -> tuple[list[str], list[str]]:
    return [one[1] for one in places], [one[2] for one in places]


def _hash(texts: Iterable[str]) -> str:
    return hashlib.sha256("\x1f".join(sorted(texts)).encode("utf-8", "backslashreplace")).hexdigest()[:8]
