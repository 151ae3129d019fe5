"""Modules: the units of a course, with all that is authored for them."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, ClassVar

from deckgen.model.fact import Fact
from deckgen.model.item import Choice, Ignore, Item, Open, Retired
from deckgen.model.media import Medium
from deckgen.model.origin import NOWHERE, Origin
from deckgen.model.schema import Address, Count, Id, Keyed, Line, Prose, Verbatim
from deckgen.model.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What a learner can do after the module."""

    SHORTHAND: ClassVar[str] = "text"

    id: Annotated[Id, "the objective's name"]
    text: Annotated[Prose, "what the learner can do"]
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a module's facts come from."""

    url: Annotated[Address, "the page"]
    revision: Annotated[Line | None, "which state of it"] = None
    licence: Annotated[Line | None, "its licence"] = None
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleHead:
    """What a module says of itself."""

    id: Annotated[Id, "the module's name for ever"]
    title: Annotated[Line, "its title"]
    number: Annotated[Line | None, "its number in the course"] = None
    level: Annotated[Line | None, "how hard it is as a whole"] = None
    minutes: Annotated[Count | None, "how long it takes"] = None
    prerequisites: Annotated[tuple[Line, ...], "the numbers of modules to take before"] = ()
    next: Annotated[Line | None, "the number of the module to take after"] = None
    source: Annotated[Source | None, "where its facts come from"] = None
    objectives: Annotated[tuple[Objective, ...], Keyed("id"), "what a learner can do afterwards, by id"] = ()
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A diagram drawn in text."""

    id: Annotated[Id, "the figure's name for ever"]
    title: Annotated[Line, "the printed caption"]
    alt: Annotated[Prose, "what it shows, for who cannot see it"]
    text: Annotated[Verbatim, "the drawing"]
    was: Annotated[tuple[Id, ...], "earlier ids, oldest first"] = ()
    ignore: Annotated[tuple[Ignore, ...], "findings that the author accepts"] = ()
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of an exercise."""

    do: Annotated[Prose, "what to do"]
    run: Annotated[Verbatim | None, "the command, or the file's content"] = None
    shows: Annotated[Verbatim | None, "what the terminal then shows"] = None
    id: Annotated[Id | None, "its name for ever; a step that has one, and `run` or `shows`, becomes a card"] = None
    was: Annotated[tuple[Id, ...], "earlier ids, oldest first"] = ()
    retired: Annotated[Retired | None, "it has left every output"] = None
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """A hands-on exercise."""

    id: Annotated[Id, "the exercise's name for ever"]
    title: Annotated[Line, "its title"]
    steps: Annotated[tuple[Step, ...], "what to do, in order"]
    success: Annotated[tuple[Prose, ...], "by what the learner knows that it worked"] = ()
    was: Annotated[tuple[Id, ...], "earlier ids, oldest first"] = ()
    ignore: Annotated[tuple[Ignore, ...], "findings in the exercise and its steps that the author accepts"] = ()
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)

    @property
    def live_steps(self) -> tuple[Step, ...]:
        """The steps that have not been retired."""
        return tuple(step for step in self.steps if step.retired is None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleFile:
    """The sections that any file of a module may hold."""

    module: Annotated[ModuleHead | None, "what the module says of itself; in one file of the folder"] = None
    items: Annotated[tuple[Item, ...], "questions"] = ()
    tables: Annotated[tuple[Table, ...], "reference tables"] = ()
    facts: Annotated[tuple[Fact, ...], "statements with deletions"] = ()
    figures: Annotated[tuple[Figure, ...], "diagrams drawn in text"] = ()
    exercise: Annotated[Exercise | None, "a hands-on exercise"] = None
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, kw_only=True)
class Module:
    """A unit of a course: the files of one folder, joined.

    `media` are the images and sounds that its texts name. `unread` names what stands in the files but could not be
    read; `is_whole` is false when a file or a part of one was lost, so that a rule does not take for absent what is
    only unread.
    """

    head: ModuleHead
    items: tuple[Item, ...] = ()
    tables: tuple[Table, ...] = ()
    facts: tuple[Fact, ...] = ()
    figures: tuple[Figure, ...] = ()
    exercise: Exercise | None = None
    media: tuple[Medium, ...] = ()
    unread: frozenset[str] = frozenset()
    is_whole: bool = True

    @property
    def id(self) -> str:
        """The module's id."""
        return self.head.id

    @cached_property
    def live_items(self) -> tuple[Item, ...]:
        """The items that have not been retired."""
        return tuple(item for item in self.items if item.retired is None)

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """The live items with options."""
        return tuple(item for item in self.live_items if isinstance(item, Choice))

    @cached_property
    def open_questions(self) -> tuple[Open, ...]:
        """The live items without options."""
        return tuple(item for item in self.live_items if isinstance(item, Open))

    @cached_property
    def live_facts(self) -> tuple[Fact, ...]:
        """The facts that have not been retired."""
        return tuple(fact for fact in self.facts if fact.retired is None)
