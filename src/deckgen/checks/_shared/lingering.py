"""Where a text still says what a fact used to say.

What was said is the old value as a whole, and each run of its words that a word diff finds gone. Long runs speak for
themselves. A short one, such as "incubating" or "1.35", is taken for the fact's only near its subject. No run counts
where the subject of another row is nearer, or where the new words stand beside it: "graduated, no longer incubating".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.checks._shared.word_runs import Names, Words, changed_runs, places, stands_in, words

_SMALL: Final = (
    "a about after all also an and any are as at be been before between but by can did do does each for from had "
    "has have how if in into is it its may more most must no not of off on one only or other out over same so "
    "some such than that the their them then there these they this those to up was were what when where which "
    "while who why will with would you your"
)
_EMPTY: Final = frozenset(_SMALL.split())
"""Words that say nothing of a fact by themselves."""

_CAPITAL: Final = re.compile(r"(?<=[\w,;:)] )[A-Z][\w-]*")
_LONG: Final = 3
"""A run of more words needs no subject, nor does one of so many of which two are longer than three letters."""

_NOBODY: Final = Names()
_NEAR: Final = 12
_BEHIND: Final = 3


@dataclass(frozen=True, slots=True)
class Change:
    """What a value no longer says, longest run first, and what it says instead.

    `subject` names what the value is about, `like` what it and its like are about. Without a subject the words that
    stayed tell it; then a single word has to be `rare`: a long one, a name, or one with a digit.
    """

    gone: tuple[Words, ...]
    come: tuple[Words, ...]
    subject: Names
    like: Names
    stayed: frozenset[str]
    rare: frozenset[str]

    @classmethod
    def of(cls, old: str, new: str, subject: Names = _NOBODY, like: Names = _NOBODY) -> "Change":
        """Compare two values."""
        before, after = words(old), words(new)
        gone, come = changed_runs(before, after)
        lost = {run: None for one in (before, *gone) for run in _signs(one) if not stands_in(run, after)}
        return cls(
            tuple(sorted(lost, key=len, reverse=True)),
            tuple(run for run in map(_telling, come) if run),
            subject,
            like,
            frozenset(before).intersection(after) - _EMPTY,
            frozenset(word for word in before if _is_rare(word)).union(*map(words, _CAPITAL.findall(old))),
        )

    def lingers_in(self, text: str, stem: str) -> tuple[str, ...]:
        """Return the words in a text that the value no longer says; a stem is the context of all texts of its item."""
        lowered = text.casefold()
        if not any(run[0] in lowered for run in self.gone):
            return ()
        said = words(text)
        told: set[int] = set()
        found: dict[str, int] = {}
        for run in self.gone:
            for place in places(run, said):
                where = range(place, place + len(run))
                if told.issuperset(where) or self._is_corrected(run, said, place):
                    continue
                if self._is_meant(run, said, place, stem):
                    told.update(where)
                    found.setdefault(" ".join(run), place)
        return tuple(sorted(found, key=lambda one: found[one]))

    def _is_corrected(self, run: Words, said: Words, place: int) -> bool:
        """Tell whether the new words stand near, too."""
        around = _around(run, said, place)
        return any(stands_in(new, around) for new in self.come)

    def _is_meant(self, run: Words, said: Words, place: int, stem: str) -> bool:
        """Tell whether a run is about the subject: near it, nearer than to a rival, or with no other in its item."""
        if not self.subject.runs:
            is_telling = len(run) > 1 or run[0] in self.rare
            is_near = len(self.stayed.intersection(_around(run, said, place))) > 1
            return _speaks_for_itself(run) or (is_telling and is_near)
        own, nearest = (_distance(names, said, place) for names in (self.subject, self.like))
        if nearest is not None and (own is None or nearest < own):
            return False
        if _speaks_for_itself(run) or own is not None:
            return True
        asked = words(stem)
        is_elsewhere = any(self.subject.found_in(said))
        if is_elsewhere or not any(self.subject.found_in(asked)):
            return False
        return all(name in self.subject.runs for _, name in self.like.found_in(asked))


def _around(run: Words, said: Words, place: int) -> Words:
    return said[max(0, place - _NEAR) : place + len(run) + _NEAR]


def _distance(names: Names, said: Words, place: int) -> int | None:
    """Return how far the nearest of several names is, if any is near; what is said of a name mostly follows it."""
    near = names.found_in(said, place - _NEAR, place + _NEAR + 1)
    steps = (place - found for found, _ in near)
    return min((step if step > 0 else -_BEHIND * step for step in steps), default=None)


def _telling(run: Words) -> Words:
    """Return a run without the words at its ends that say nothing."""
    telling = [place for place, word in enumerate(run) if word not in _EMPTY]
    return run[telling[0] : telling[-1] + 1] if telling else ()


def _signs(run: Words) -> Iterator[Words]:
    """Yield what a run is known by: the whole where it is long, and what it tells."""
    telling = _telling(run)
    if telling:
        yield telling
        if len(run) > _LONG:
            yield run


def _speaks_for_itself(run: Words) -> bool:
    return len(run) > _LONG or (len(run) == _LONG and sum(len(word) > 3 for word in run) > 1)


def _is_rare(word: str) -> bool:
    return len(word) > 7 or (len(word) > 1 and any(map(str.isdigit, word)))
