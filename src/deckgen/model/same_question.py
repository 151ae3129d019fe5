"""Whether two items ask the same: the same stem, and answers that meet."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from deckgen.diagnostics import Span
from deckgen.model.bank import Bank
from deckgen.model.entire import has_entire_options
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Item, Open
from deckgen.model.module import Module
from deckgen.model.names import full_name

_TELLING: Final = 6
"""From so many words on a stem without options tells what is asked; "Explain your answer." does not."""


@dataclass(frozen=True)
class Question:
    """An item and its full name; texts are folded when they are compared, which few are."""

    name: str
    module: Module
    item: Item

    @property
    def at(self) -> Span:
        """Where the item stands."""
        return self.item.origin.span

    @cached_property
    def stem(self) -> str:
        """What is compared of the stem; in code, case and white space mean something."""
        return self.item.stem if "```" in self.item.stem else fold(self.item.stem) or self.item.stem

    @cached_property
    def right(self) -> dict[str, str]:
        """The keys, or the model answer, by what is compared of them."""
        if isinstance(self.item, Open):
            return {fold(self.item.model) or self.item.model: self.item.model}
        return {fold(option.text) or option.text: option.text for option in self.item.key}

    @cached_property
    def wrong(self) -> dict[str, str]:
        """The distractors, by what is compared of them."""
        options = self.item.options if isinstance(self.item, Choice) else ()
        return {fold(option.text) or option.text: option.text for option in options if not option.correct}

    @property
    def is_telling(self) -> bool:
        """Whether the stem alone is a question."""
        return isinstance(self.item, Open) and len(self.item.stem.split()) >= _TELLING


def questions(bank: Bank, kind: type[Choice] | type[Open]) -> Iterator[Question]:
    """Yield the live items of a kind that were read in full; a name that is taken twice is another rule's matter."""
    found = [
        Question(full_name(module, item.id), module, item)
        for module in bank.modules
        for item in (module.choices if kind is Choice else module.open_questions)
        if item.stem and (has_entire_options(item) if isinstance(item, Choice) else item.model)
    ]
    taken = Counter(question.name for question in found)
    yield from (question for question in found if taken[question.name] == 1)


def contradicted(one: Question, other: Question) -> str | None:
    """Return a text that is right in one item and wrong in the other, if there is any."""
    meeting = sorted((one.right.keys() & other.wrong.keys()) | (one.wrong.keys() & other.right.keys()))
    return (one.right | one.wrong)[meeting[0]] if meeting else None


def asks_again(one: Question, other: Question) -> bool:
    """Tell whether two items of one kind have the same stem and, where that does not say all, a right answer."""
    if one.stem != other.stem:
        return False
    return one.is_telling or not one.right.keys().isdisjoint(other.right)
