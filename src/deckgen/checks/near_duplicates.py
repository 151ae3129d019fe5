"""No two items of a bank say nearly the same.

In a deck the second teaches nothing, and in an exam it counts one piece of knowledge twice; such items have long been
found by comparing their words (Becker and Kao 2022). The stem and the options are compared, or the model answer: stems
alone gave 30 false alarms among 6,578 published questions. An item is the set of its words, each with the two that
follow it, without `the`, `of` and their like; two are found when they share 45 in 100 of what either has. Case,
punctuation, markup and the order of options do not count. Silent are pairs of which one has the other's key for a
distractor, since they ask different things about one group of terms; enemies; and what B604 reports. What is found
never stands in one form of an exam, unless `ignore` says that it may. Measured on copies of 207 items, each with one
change: found were all with two options exchanged or one left out, 99 in 100 with every tenth word of the stem replaced,
94 with a sentence replaced; and 5 in 100 with another question and other options about the same story, of which the
cosine of words and word pairs accuses 16.

Wrong:

    items:
      - id: gang
        stem: |
          Eight workers hold a device each and wait for eight more. What would have started them together?
        options:
          - text: Gang scheduling
            correct: true
          - text: Pod priority
      - id: together
        stem: |
          Eight workers hold one device each and wait for eight more. What would have started them together?
        options:
          - text: Gang scheduling
            correct: true
          - text: Time-slicing

Right:

    items:
      - id: gang
        stem: |
          Eight workers hold a device each and wait for eight more. What would have started them together?
        ...
      - id: together
        enemies: [gang]
        ...
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.alike import is_told_apart
from deckgen.model.bank import Bank
from deckgen.model.names import full_name
from deckgen.model.same_question import Question, asks_again

CODE: Final = "B605"
SEVERITY: Final = Severity.NOTE


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find items that are much like an earlier one by name; the one that is most like it is named."""
    found = context.questions
    earlier: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for pair in context.alike:
        if _is_news(found[pair.one], found[pair.other]):
            earlier[pair.other].append((-pair.likeness, pair.one))
    for name, alike in earlier.items():
        yield Diagnostic(found[name].at, CODE, _message(name, found[min(alike)[1]], len(alike) - 1))


def _is_news(one: Question, other: Question) -> bool:
    """Tell whether nobody has said of two items yet that they are alike, and why they may be."""
    return not (_is_enemy(one, other) or _is_enemy(other, one) or asks_again(one, other) or is_told_apart(one, other))


def _is_enemy(one: Question, other: Question) -> bool:
    return any(full_name(one.module, enemy) == other.name for enemy in one.item.enemies)


def _message(name: str, other: Question, more: int) -> str:
    also = f" and like {more} more" if more else ""
    return f"`{name}` is much like `{other.name}` ({other.at}){also}; reword or retire one, or make them `enemies`"
