"""Facts: statements with deletions, dated where they can age."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated

from deckgen.model.item import Ignore, Retired
from deckgen.model.origin import NOWHERE, Origin
from deckgen.model.schema import Address, Id, Prose


class FactKind(StrEnum):
    """What a fact is to its module."""

    SUMMARY = "summary"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement in Anki's cloze syntax."""

    id: Annotated[Id, "the fact's name for ever"]
    text: Annotated[Prose, "the statement; `{{c1::…}}` marks what a learner is to recall"]
    was: Annotated[tuple[Id, ...], "earlier ids, oldest first"] = ()
    kind: Annotated[FactKind, "part of the summary, or an aside"] = FactKind.SUMMARY
    objective: Annotated[Id | None, "the module's objective that it serves"] = None
    as_of: Annotated[date | None, "the day on which it was true"] = None
    review_by: Annotated[date | None, "the day by which to look again"] = None
    source: Annotated[Address | None, "where it is said"] = None
    ignore: Annotated[tuple[Ignore, ...], "findings that the author accepts"] = ()
    retired: Annotated[Retired | None, "it has left every output"] = None
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)
