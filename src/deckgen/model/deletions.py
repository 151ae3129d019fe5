"""What each number among a fact's deletions hides, so that a number never comes to hide something else."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from deckgen.model.folding import fold
from deckgen.model.plain import plain

_SIGN: Final = re.compile(r"\{\{c0*([1-9]\d{0,2})::|\}\}")


class Deletion(NamedTuple):
    """A number that a fact has or had, and the hash of what it hides or hid."""

    number: int
    hash: str
    is_gone: bool = False


def deletion_hashes(text: str) -> Mapping[int, str]:
    """Return the hash of what each number hides; markup, case and hints do not count."""
    hidden: defaultdict[int, list[str]] = defaultdict(list)
    opened: list[tuple[int, int]] = []
    for sign in _SIGN.finditer(text):
        if sign[1]:
            opened.append((int(sign[1]), sign.end()))
        elif opened:
            number, start = opened.pop()
            hidden[number].append(fold(plain(f"{{{{c1::{text[start : sign.start()]}}}}}")))
    return {
        number: hashlib.sha256("\x1f".join(sorted(texts)).encode("utf-8", "backslashreplace")).hexdigest()[:8]
        for number, texts in sorted(hidden.items())
    }


def remembered_deletions(before: Iterable[Deletion], now: Mapping[int, str]) -> tuple[Deletion, ...]:
    """Return the numbers that a fact has, and those that it had: they are not used again."""
    gone = [Deletion(one.number, one.hash, is_gone=True) for one in before if one.number not in now]
    return tuple(sorted([*(Deletion(number, content) for number, content in now.items()), *gone]))
