"""Texts as words, and runs of words in them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from deckgen.model.folding import fold
from deckgen.model.plain import plain

Words = tuple[str, ...]

_WORD: Final = re.compile(r"[^\W_]+(?:[.,:/@'’_-][^\W_]+)*[+#%]*")
_MOST: Final = 400


def words(text: str) -> Words:
    """Return the words of a text, folded."""
    return tuple(_WORD.findall(fold(plain(text))))


def changed_runs(before: Words, after: Words) -> tuple[list[Words], list[Words]]:
    """Return the runs of words that are gone and those that have come; very long texts are not compared."""
    gone: list[Words] = []
    come: list[Words] = []
    if len(before) + len(after) > _MOST:
        return gone, come
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            gone.append(before[start:end])
            come.append(after[first:last])
    return gone, [run for run in come if run]


def places(run: Words, said: Words) -> Iterator[int]:
    """Yield where a run of words stands in others."""
    for place in range(len(said) - len(run) + 1):
        if said[place] == run[0] and said[place : place + len(run)] == run:
            yield place


def stands_in(run: Words, said: Words) -> bool:
    """Tell whether a run of words stands in others."""
    return next(places(run, said), None) is not None


@dataclass(frozen=True, slots=True)
class Names:
    """Runs of words that name things; however many there are, a text is searched for all of them at once."""

    runs: frozenset[Words] = frozenset()
    lengths: tuple[int, ...] = ()

    @classmethod
    def of(cls, texts: Iterable[str]) -> "Names":
        """Take texts for names; what has no word names nothing."""
        runs = frozenset(run for run in map(words, texts) if run)
        return cls(runs, tuple(sorted(set(map(len, runs)))))

    def found_in(self, said: Words, start: int = 0, end: int | None = None) -> Iterator[tuple[int, Words]]:
        """Yield the names that begin between two places of a text, and where."""
        for place in range(max(0, start), len(said) if end is None else min(end, len(said))):
            for length in self.lengths:
                run = said[place : place + length]
                if len(run) == length and run in self.runs:
                    yield place, run
