"""Papers: what an exam prints."""

from dataclasses import dataclass
from functools import cached_property
from string import ascii_uppercase

from deckgen.model.exam import Exam
from deckgen.model.item import Choice, Item, Option


@dataclass(frozen=True)
class Question:
    """An item at its place in a form, its options in printed order.

    `order` is the authored index of each printed option; it is empty for an open question.
    """

    number: int
    name: str
    item: Item
    order: tuple[int, ...]
    is_generated: bool = False

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The options in printed order."""
        return tuple(self.item.options[index] for index in self.order) if isinstance(self.item, Choice) else ()

    @cached_property
    def key(self) -> tuple[str, ...]:
        """The printed letters of the correct options."""
        return tuple(letter(place) for place, option in enumerate(self.options) if option.correct)


@dataclass(frozen=True, slots=True)
class Form:
    """One version of an exam's paper; `code` is three characters that tell a misfiled page."""

    name: str
    code: str
    questions: tuple[Question, ...]

    @property
    def points(self) -> int:
        """The most points that the form gives."""
        return sum(question.item.points for question in self.questions)


@dataclass(frozen=True, slots=True)
class Paper:
    """An exam with its forms."""

    exam: Exam
    forms: tuple[Form, ...]


def letter(place: int) -> str:
    """Name a place: A to Z, then AA, AB, …; places count from 0."""
    first = letter(place // 26 - 1) if place >= 26 else ""
    return first + ascii_uppercase[place % 26]
