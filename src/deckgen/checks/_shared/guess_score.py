"""The guess score: how often who never reads a question and picks the longest option is right."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from deckgen.checks._shared.chance import Sizes, number_right
from deckgen.checks._shared.longest import longest_options, single_choices
from deckgen.model.bank import Bank

FEWEST: Final = 10
"""Of fewer items nothing is said but the number."""

LEVEL: Final = 0.01
"""How often chance alone may be accused."""


@dataclass(frozen=True, slots=True)
class GuessScore:
    """How many items such a guesser gets right, of how many, and what chance alone does.

    Of m options that are the longest together the guesser takes each with a chance of 1/m. In 99 of 100 banks chance
    stays at or below the limit. `sole` counts the keys that are longer than every distractor.
    """

    right: Fraction
    of: int
    chance: Fraction
    limit: int
    sole: int = 0

    @property
    def leaks(self) -> bool:
        """Whether lengths give the answers away."""
        return self.of >= FEWEST and self.right > self.limit


def guess_score(bank: Bank) -> GuessScore:
    """Return the guess score of a bank."""
    hits: Counter[int] = Counter()
    sizes: Counter[int] = Counter()
    for _, item in single_choices(bank):
        longest = longest_options(item)
        sizes[len(item.options)] += 1
        hits[len(longest)] += any(option.correct for option in longest)
    return GuessScore(
        right=sum((Fraction(count, among) for among, count in hits.items()), Fraction()),
        of=sizes.total(),
        chance=by_chance(sizes),
        limit=number_right(sizes).smallest_rare(LEVEL) - 1,
        sole=hits[1],
    )


def describe(score: GuessScore) -> str:
    """Return the score as one line for a summary; nothing where no item has one."""
    if not score.of:
        return ""
    number = f"guess score {round(score.right)} of {score.of} by picking the longest option"
    known = f" (chance {round(score.chance)}, limit {score.limit})"
    return number + known + (": the lengths give the answers away" if score.leaks else "")


def by_chance(sizes: Sizes) -> Fraction:
    """Return how many items a guesser gets right on average."""
    return sum((Fraction(count, size) for size, count in sizes.items()), Fraction())
