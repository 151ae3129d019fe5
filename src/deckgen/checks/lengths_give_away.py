"""In the bank as a whole the key is not the longest option more often than by chance.

One long key is an accident; many are a habit of the authors, and learners find it out: in the crossover test of Pham,
Besanko and Devitt (2018) a conspicuously long key was one of the few flaws that made items easier. Among 368 published
items the longest option was the key in 74 of 100, where chance gives 25. This is an exact one-sided test: of items with
one key it counts those whose key a reader sees as longer than every distractor, each with its own chance of 1 in so
many options. Found is what chance does in fewer than 1 of 100 banks, from 10 items on; being a test, it needs no
measure of precision. Other places for the keys do not help, only other words do.

Wrong:

    in 24 of 30 items with one key
      - the key: It holds back a group of Pods until the cluster has room for all of them
      - the others: It evicts idle Pods

Right:

    in 9 of 30 items with one key
      - the key: It starts a group of Pods together
      - the others: It evicts Pods that have been idle
"""

from collections.abc import Iterator
from heapq import nsmallest
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.guess_score import FEWEST
from deckgen.checks._shared.lengths import visible_length
from deckgen.checks._shared.longest import longest_options, single_choices
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice

CODE: Final = "B601"
SEVERITY: Final = Severity.WARNING
_NAMED: Final = 3


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Count the keys that are longer than every distractor."""
    score = context.guess
    if score.of >= FEWEST and score.sole > score.limit:
        long = ((-_lead(item), name) for name, item in single_choices(bank) if _is_longest(item))
        worst = ", ".join(f"`{name}`" for _, name in nsmallest(_NAMED, long))
        message = (
            f"the key is the longest option in {score.sole} of {score.of} items, by chance in "
            f"{round(score.chance)} and hardly ever in more than {score.limit}; shorten keys or lengthen distractors, "
            f"in {worst} first"
        )
        yield Diagnostic(bank.head.origin.span, CODE, message)


def _is_longest(item: Choice) -> bool:
    """Tell whether the key is longer than every distractor."""
    longest = longest_options(item)
    return len(longest) == 1 and longest[0].correct


def _lead(item: Choice) -> int:
    """Return by how many characters the key is longer than the next option."""
    longest, second, *_ = sorted((visible_length(option.text) for option in item.options), reverse=True)
    return longest - second
