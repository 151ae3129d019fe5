"""Items: the questions of a bank."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from deckgen.model.origin import NOWHERE, Origin
from deckgen.model.schema import Count, Id, Line, OneOrMany, Prose, Reference, Word


class Difficulty(StrEnum):
    """How hard an item is meant to be."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Bloom(StrEnum):
    """What an item asks of the mind (Anderson and Krathwohl 2001)."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"
    CREATE = "create"


class Place(StrEnum):
    """Where an option stays when the others are shuffled."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer on offer."""

    SHORTHAND: ClassVar[str] = "text"

    text: Annotated[Prose, "what the learner can choose"]
    correct: Annotated[bool, "`true` marks a key"] = False
    why: Annotated[Prose, "why this option is right or wrong"] = Prose("")
    place: Annotated[Place | None, "where it stays when the rest is shuffled"] = None
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who read the item last, and when."""

    by: Annotated[Line, "the reader"]
    on: Annotated[date, "the day"]
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """A finding that the author accepts, with the reason."""

    rule: Annotated[Word, "the rule's code"]
    reason: Annotated[Prose, "why the finding is accepted"]
    until: Annotated[date | None, "the day from which it counts again"] = None
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """Why something left every output; it stays in the bank."""

    since: Annotated[Word, "the version from which it is gone"]
    reason: Annotated[Prose, "why it left"]
    replaced_by: Annotated[Reference | None, "what takes its place"] = None
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBase:
    """What every kind of item has."""

    id: Annotated[Id, "the item's name for ever"]
    stem: Annotated[Prose, "what is asked"]
    was: Annotated[tuple[Id, ...], "earlier ids, oldest first"] = ()
    title: Annotated[Line | None, "a short name for people"] = None
    objective: Annotated[Id | None, "the module's objective that it serves"] = None
    difficulty: Annotated[Difficulty, "how hard it is meant to be"] = Difficulty.MEDIUM
    bloom: Annotated[Bloom | None, "what it asks of the mind"] = None
    tags: Annotated[tuple[Word, ...], "free labels, for blueprints and Anki"] = ()
    rationale: Annotated[Prose, "why the key is right"] = Prose("")
    facts: Annotated[tuple[Reference, ...], "facts and cells that the answer rests on"] = ()
    points: Annotated[Count, "what a right answer is worth in an exam"] = Count(1)
    enemies: Annotated[tuple[Reference, ...], "items that never stand in one form with it"] = ()
    reviewed: Annotated[Review | None, "who read it last"] = None
    ignore: Annotated[tuple[Ignore, ...], "findings that the author accepts"] = ()
    retired: Annotated[Retired | None, "it has left every output"] = None
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(ItemBase):
    """An item with options; one key is single choice, several are multiple choice."""

    options: Annotated[tuple[Option, ...], "the answers on offer, in authored order"]
    answer: Annotated[tuple[Prose, ...], OneOrMany(), "double entry: the text of the key, or a list of them"] = ()
    shuffle: Annotated[bool, "`false` keeps the authored order"] = True

    @property
    def key(self) -> tuple[Option, ...]:
        """The correct options."""
        return tuple(option for option in self.options if option.correct)

    @property
    def is_multiple(self) -> bool:
        """Whether more than one option is correct."""
        return len(self.key) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Open(ItemBase):
    """An open question with a model answer."""

    model: Annotated[Prose, "the model answer"]


Item = Choice | Open
