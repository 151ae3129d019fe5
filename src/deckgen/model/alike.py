"""Items that say nearly the same: what rule B605 finds, and what never stands in one form of an exam."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from deckgen.model.item import Choice, Item, Open
from deckgen.model.likeness import LARGE, Pair, near_pairs
from deckgen.model.same_question import Question, contradicted

LEAST: Final = 0.45
"""From so much in common on two items say nearly the same; B605 tells how that was measured."""


def alike_pairs(found: Iterable[Question]) -> tuple[Pair, ...]:
    """Return the pairs of questions of one kind that are alike, in order."""
    texts: dict[type, dict[str, str]] = {Choice: {}, Open: {}}
    for question in found:
        texts[type(question.item)][question.name] = _text(question.item)
    return tuple(sorted(chain.from_iterable(near_pairs(some, LEAST) for some in texts.values())))


def pairs_among(pairs: Sequence[Pair], some: Mapping[str, Question]) -> tuple[Pair, ...]:
    """Return which of some questions are alike, as if there were no others; `pairs` are those of all questions.

    How alike two texts are depends on these two alone; but of a family that is large, which pairs are found depends on
    who else is there, so its members are compared anew.
    """
    if max(Counter(chain.from_iterable((one.one, one.other) for one in pairs)).values(), default=0) >= LARGE:
        return alike_pairs(some.values())
    return tuple(pair for pair in pairs if _are_both_in(some, pair))


def is_told_apart(one: Question, other: Question) -> bool:
    """Tell whether two questions that are alike ask different things: the key of one is a distractor of the other."""
    return contradicted(one, other) is not None


def _are_both_in(some: Collection[str], pair: Pair) -> bool:
    return pair.one in some and pair.other in some


def _text(item: Item) -> str:
    """Return what is compared; the order of options means nothing."""
    if isinstance(item, Choice):
        return " ".join([item.stem, *sorted([option.text for option in item.options], key=str.casefold)])
    return f"{item.stem} {item.model}"
