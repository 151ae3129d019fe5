"""Exams and the blueprints they are drawn by."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Final

from deckgen.model.item import Bloom, Difficulty
from deckgen.model.origin import NOWHERE, Origin
from deckgen.model.schema import Count, FormCount, Id, Line, Percent, Reference, Word

ONE_FORM: Final = FormCount(1)


class Kind(StrEnum):
    """The kinds of items that a blueprint can ask for."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    OPEN = "open"


class Order(StrEnum):
    """In which order a form shows its items."""

    BANK = "bank"
    SHUFFLED = "shuffled"


class Balance(StrEnum):
    """What two forms of an exam have equally much of."""

    DIFFICULTY = "difficulty"
    NONE = "none"


class Overlap(StrEnum):
    """How far two forms may share items."""

    MIN = "min"
    NONE = "none"


class KeyPositions(StrEnum):
    """How strictly the places of the keys are evened out."""

    RANDOM = "random"
    LOOSE = "loose"
    EXACT = "exact"


@dataclass(frozen=True, slots=True, kw_only=True)
class BlueprintRow:
    """So many items of this sort; authored choice items unless it says otherwise."""

    count: Annotated[Count, "how many items a form takes"]
    module: Annotated[Id | None, "only items of this module"] = None
    objective: Annotated[Reference | None, "only items of this objective, `id` or `module/id`"] = None
    difficulty: Annotated[Difficulty | None, "only items this hard"] = None
    bloom: Annotated[Bloom | None, "only items that ask this of the mind"] = None
    tags: Annotated[tuple[Word, ...], "only items that carry all of these tags"] = ()
    kind: Annotated[Kind | None, "`single`, `multiple` or `open`"] = None
    generated: Annotated[bool, "`true` takes items made from tables instead of authored ones"] = False
    items: Annotated[tuple[Reference, ...], "only these items, by full name"] = ()
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exam:
    """An exam: what it holds and how its forms are drawn."""

    id: Annotated[Id, "the exam's name for ever"]
    title: Annotated[Line, "its printed title"]
    blueprint: Annotated[tuple[BlueprintRow, ...], "how many items of what"]
    minutes: Annotated[Count | None, "the time allowed"] = None
    pass_: Annotated[Percent | None, "the share of the points that passes"] = None
    forms: Annotated[FormCount, "how many versions of the paper"] = ONE_FORM
    seed: Annotated[Line, "what the drawing grows from"] = Line("1")
    order: Annotated[Order, "the order of the items in a form"] = Order.SHUFFLED
    balance: Annotated[Balance, "what forms have equally much of"] = Balance.DIFFICULTY
    overlap: Annotated[Overlap, "how far forms may share items"] = Overlap.MIN
    key_positions: Annotated[KeyPositions, "how the places of the keys are evened out"] = KeyPositions.LOOSE
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)

    @property
    def size(self) -> int:
        """The number of items in one form."""
        return sum(row.count for row in self.blueprint)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamsFile:
    """The file `exams.yaml`."""

    exams: Annotated[tuple[Exam, ...], "the exams of the bank"]
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)
