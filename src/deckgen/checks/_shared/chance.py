"""What a guesser gets right where an item of k options is right with a chance of 1 in k.

That number is Poisson-binomial: items of one size make a binomial distribution, and those of all sizes are convolved.
Each is grown from its mode by the ratio of neighbours, so nothing overflows and ten thousand items take milliseconds;
what is 10¹⁵ times rarer than the mode counts as never.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate
from math import fsum
from operator import mul
from typing import Final

Sizes = Mapping[int, int]
"""By a number of options, how many items have it."""

_NEVER: Final = 1e-15


@dataclass(frozen=True, slots=True)
class Distribution:
    """How likely each number right is; the first weight is that of `start`, and numbers beyond have none."""

    start: int
    weights: tuple[float, ...]

    def at_least(self, number: int) -> float:
        """Return the chance of so many or more."""
        return fsum(self.weights[max(0, number - self.start) :])

    def at_most(self, number: int) -> float:
        """Return the chance of so many or fewer."""
        return fsum(self.weights[: max(0, number - self.start + 1)])

    def smallest_rare(self, level: float) -> int:
        """Return the smallest number that, or more than that, has a chance below the level."""
        tails = accumulate(reversed(self.weights))
        return self.start + len(self.weights) - sum(tail < level for tail in tails)


def number_right(sizes: Sizes) -> Distribution:
    """Return how likely each number of right guesses is."""
    return reduce(_joined, (_binomial(count, size) for size, count in sorted(sizes.items())), Distribution(0, (1.0,)))


def _binomial(count: int, size: int) -> Distribution:
    """Return how likely each number right is among items of one size."""
    if size <= 1:
        return Distribution(count, (1.0,))
    mode = (count + 1) // size
    upper, lower = [1.0], [1.0]
    for right in range(mode, count):
        upper.append(upper[-1] * (count - right) / ((right + 1) * (size - 1)))
        if upper[-1] < _NEVER:
            break
    for right in range(mode, 0, -1):
        lower.append(lower[-1] * right * (size - 1) / (count - right + 1))
        if lower[-1] < _NEVER:
            break
    weights = (*reversed(lower[1:]), *upper)
    total = fsum(weights)
    return Distribution(mode - len(lower) + 1, tuple(weight / total for weight in weights))


def _joined(one: Distribution, other: Distribution) -> Distribution:
    """Return how likely each sum of two independent numbers is."""
    few, many = sorted((one.weights, other.weights), key=len)
    margin = (0.0,) * (len(few) - 1)
    padded = margin + many + margin
    turned = few[::-1]
    places = range(len(many) + len(few) - 1)
    weights = [sum(map(mul, turned, padded[place : place + len(few)])) for place in places]
    least = max(weights) * _NEVER
    kept = [place for place in places if weights[place] >= least]
    return Distribution(one.start + other.start + kept[0], tuple(weights[kept[0] : kept[-1] + 1]))
