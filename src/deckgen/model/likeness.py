"""Texts that say nearly the same, found without comparing each with each.

A text is the set of its words, each with the two that follow it; `the`, `of` and their like are left out. The likeness
of two texts is how much of what either has both have (resemblance: Broder 1997, On the resemblance and containment of
documents). It depends on these two texts alone, so a growing bank changes nothing that was found.

Texts that are alike share some of their rarest runs of words, so only these, their heads, are looked up. This is prefix
filtering (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007; Wang, Li and Feng 2012); it loses no pair.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, count
from typing import Final

from deckgen.model.words import words

LARGE: Final = 20
"""A text that is like so many shorter ones is one more of a family, and longer texts are not compared with it."""

_SHARED: Final = 3
"""How many runs of words two heads share before the texts are compared in full."""

_COMMON: Final = "a an and are as at be by for from in is it its of on or that the this to was which with"

_Runs = tuple[int, ...]


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two names, in order, and how alike their texts are: at most 1."""

    one: str
    other: str
    likeness: float


def near_pairs(texts: Mapping[str, str], least: float) -> tuple[Pair, ...]:
    """Return the pairs of names whose texts are at least so much alike (more than 0), in order.

    Each text is compared with the shorter ones, of one length by name, save those that were found like `LARGE` others:
    so thousands of texts made from one pattern give thousands of pairs, and not millions.
    """
    numbered = sorted(_numbered(texts), key=lambda named: (len(named[1]), named[0]))
    runs = [each for _, each in numbered]
    found: list[Pair] = []
    for at, other, likeness in _alike(runs, Fraction(least).limit_denominator(1000)):
        one, two = sorted((numbered[at][0], numbered[other][0]))
        found.append(Pair(one, two, likeness))
    return tuple(sorted(found))


def _numbered(texts: Mapping[str, str]) -> Iterator[tuple[str, _Runs]]:
    """Yield each name with the numbers of its runs of words; numbers are compared faster than words."""
    of_word: defaultdict[str, int] = defaultdict(count(1).__next__)
    of_run: defaultdict[tuple[int, ...], int] = defaultdict(count().__next__)
    last_common = max(map(of_word.__getitem__, words(_COMMON)))
    for name, text in texts.items():
        numbers = [*filter(last_common.__lt__, map(of_word.__getitem__, words(text))), 0, 0]
        yield name, tuple(set(map(of_run.__getitem__, zip(numbers, numbers[1:], numbers[2:], strict=False))))


def _ranks(runs: Sequence[_Runs]) -> list[int]:
    """Return the place of each run of words from the rarest to the most frequent; -1 where one text alone has it."""
    frequency = Counter(chain.from_iterable(runs))
    ranks = [-1] * len(frequency)
    repeated = [run for run, times in frequency.items() if times > 1]
    for rank, run in enumerate(sorted(repeated, key=frequency.__getitem__)):
        ranks[run] = rank
    return ranks


def _alike(runs: Sequence[_Runs], least: Fraction) -> Iterator[tuple[int, int, float]]:
    """Yield which texts are like which earlier ones, and how much; they come from the shortest to the longest.

    Texts of x runs and y ≤ x that are alike share n runs, n ≥ least·x and n ≥ least·(x + y) / (1 + least) ≥ 2·least·y /
    (1 + least). In the order of rarity the k-th that they share is among the first x - n + k and y - n + k.
    """
    share, whole = least.as_integer_ratio()
    ranks = _ranks(runs)
    index: list[list[int]] = [[] for _ in range(1 + max(ranks, default=-1))]
    for at, own in enumerate(runs):
        needed = -(-share * len(own) // whole)
        shared = min(_SHARED, needed)
        head = sorted(map(ranks.__getitem__, own))[: len(own) - needed + shared]
        unique = bisect_left(head, 0)
        hits = list(chain.from_iterable(map(index.__getitem__, head[unique:])))
        found = [] if len(hits) - len(set(hits)) < shared - 1 else _compared(at, _repeated(hits, shared), runs, least)
        yield from found
        if len(found) < LARGE:
            for rank in head[unique : len(own) - -(-2 * share * len(own) // (share + whole)) + _SHARED]:
                index[rank].append(at)


def _repeated(hits: list[int], times: int) -> list[int]:
    return [hit for hit, found in Counter(hits).items() if found >= times]


def _compared(at: int, others: Iterable[int], runs: Sequence[_Runs], least: Fraction) -> list[tuple[int, int, float]]:
    own = set(runs[at])
    found = []
    for other in others:
        both = len(own.intersection(runs[other]))
        either = len(own) + len(runs[other]) - both
        if both * least.denominator >= either * least.numerator:
            found.append((at, other, both / either))
    return found
