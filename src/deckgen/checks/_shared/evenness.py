"""Whether keys stand evenly at the places of options: exact tests, for every number of items.

Where all items have the same few options, and are not too many, the multinomial test: the chance of all outcomes that
are no more likely than what is observed; outcomes that differ only in which place is which are summed at once. Else the
exact binomial test of each place, for too many keys and for too few, and the rarest result times the number of tests
(Bonferroni). That test never accuses chance more often, and with so many items it hardly sees less.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import comb, factorial, prod
from typing import Final

from deckgen.checks._shared.chance import Sizes, number_right

_MOST_CELLS: Final = 6
_MOST_OUTCOMES: Final = 20_000


def evenness(sizes: Sizes, counts: Sequence[int]) -> float:
    """Return how likely it is that keys put at random stand as unevenly as this: so many at each place."""
    (size, count), *others = sizes.items()
    if not others and size <= _MOST_CELLS and comb(count + size - 1, size - 1) <= _MOST_OUTCOMES * factorial(size):
        return float(multinomial((*counts, *[0] * (size - len(counts)))))
    return _place_by_place(sizes, counts)


def multinomial(counts: Sequence[int]) -> Fraction:
    """Return the chance of outcomes that are no more likely than this one, all cells being equally likely."""
    count, cells = sum(counts), len(counts)
    factorials = [factorial(number) for number in range(count + 1)]
    observed = prod(factorials[number] for number in counts)
    ways = 0
    for outcome in _outcomes(count, cells, count):
        repeats = prod(factorials[number] for number in outcome)
        if repeats >= observed:
            orders = factorial(cells) // prod(map(factorial, Counter(outcome).values()))
            ways += orders * (factorials[count] // repeats)
    return Fraction(ways, cells**count)


def _outcomes(count: int, cells: int, most: int) -> Iterator[tuple[int, ...]]:
    """Yield the ways to put so many into cells, none fuller than the one before it."""
    if cells == 1:
        yield (count,)
        return
    for first in range(min(count, most), -(-count // cells) - 1, -1):
        for rest in _outcomes(count - first, cells - 1, first):
            yield (first, *rest)


def _place_by_place(sizes: Sizes, counts: Sequence[int]) -> float:
    tails = []
    for place in range(max(sizes)):
        right = number_right({size: count for size, count in sizes.items() if size > place})
        here = counts[place] if place < len(counts) else 0
        tails += [right.at_least(here), right.at_most(here)]
    return min(1.0, len(tails) * min(tails))
