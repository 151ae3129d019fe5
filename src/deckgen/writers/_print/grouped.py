"""Facts in groups: a group for each objective that they serve, those that serve none last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from deckgen.model.fact import Fact
from deckgen.model.module import Objective
from deckgen.writers._print.notes import Notes


@dataclass(frozen=True, slots=True)
class Group:
    """Facts that serve one objective, or none; `number` counts the module's objectives."""

    number: int | None
    objective: Objective | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """The facts of a section, with the notes to all of them."""

    groups: tuple[Group, ...]
    notes: Notes

    @classmethod
    def of(cls, facts: Sequence[Fact], objectives: Sequence[Objective]) -> "Grouped":
        """Group facts in the order of the objectives; within a group they keep their own."""
        groups = tuple(_groups(facts, objectives))
        return cls(groups, Notes.of(fact for group in groups for fact in group.facts))


def _groups(facts: Sequence[Fact], objectives: Sequence[Objective]) -> Iterator[Group]:
    for number, objective in enumerate(objectives, start=1):
        if serving := tuple(fact for fact in facts if fact.objective == objective.id):
            yield Group(number, objective, serving)
    known = {objective.id for objective in objectives}
    if left := tuple(fact for fact in facts if fact.objective not in known):
        yield Group(None, None, left)
