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

from collections import Counter
from collections.abc import Iterator
from heapq import nsmallest
from typing import Final

from deckgen.checks._shared.chance import number_right
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.guess_score import FEWEST, LEVEL, by_chance
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
    sizes: Counter[int] = Counter()
    long: list[tuple[str, Choice]] = []
    for name, item in single_choices(bank):
        sizes[len(item.options)] += 1
        longest = longest_options(item)
        if len(longest) == 1 and longest[0].correct:
            long.append((name, item))
    limit = number_right(sizes).smallest_rare(LEVEL) - 1
    if sizes.total() >= FEWEST and len(long) > limit:
        worst = ", ".join(f"`{name}`" for _, name in nsmallest(_NAMED, ((-_lead(item), name) for name, item in long)))
        message = (
            f"the key is the longest option in {len(long)} of {sizes.total()} items, by chance in "
            f"{round(by_chance(sizes))} and hardly ever in more than {limit}; shorten keys or lengthen distractors, "
            f"in {worst} first"
        )
        yield Diagnostic(bank.head.origin.span, CODE, message)


def _lead(item: Choice) -> int:
    """Return by how many characters the key is longer than the next option."""
    longest, second, *_ = sorted((visible_length(option.text) for option in item.options), reverse=True)
    return longest - second
