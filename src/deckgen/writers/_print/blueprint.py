"""Which question of a form fills which row of the blueprint, and how much of what a form holds."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from deckgen.assemble.candidates import Candidate, matches
from deckgen.model.exam import BlueprintRow, Exam
from deckgen.model.form import Form, Question
from deckgen.model.module import Module


@dataclass(frozen=True, slots=True)
class Slot:
    """A row of a blueprint, and the numbers of the questions that fill it."""

    row: BlueprintRow
    numbers: tuple[int, ...]


Counts = tuple[tuple[str, tuple[int, ...], int], ...]
"""A name, the numbers of the questions that have it, and their points together."""


def filled(exam: Exam, form: Form, modules: Mapping[str, Module]) -> tuple[Slot, ...]:
    """Give each question a row that it matches, so that each row gets its count (Kuhn's augmenting paths)."""
    rows = exam.blueprint
    fits = {one.number: _rows_of(one, rows, modules) for one in form.questions}
    taken: list[list[int]] = [[] for _ in rows]
    for number in sorted(fits, key=lambda number: len(fits[number])):
        _place(number, fits, taken, [row.count for row in rows], set())
    return tuple(Slot(row, tuple(sorted(numbers))) for row, numbers in zip(rows, taken, strict=True))


def counts(form: Form, name_of: Callable[[Question], str], order: Sequence[str] = ()) -> Counts:
    """Count the questions of a form by what they are named, in this order and then sorted by name."""
    found: defaultdict[str, list[Question]] = defaultdict(list)
    for one in form.questions:
        found[name_of(one)].append(one)
    return tuple(
        (name, tuple(one.number for one in found[name]), sum(one.item.points for one in found[name]))
        for name in (*(name for name in order if name in found), *sorted(found.keys() - set(order)))
    )


def objective_of(question: Question) -> str:
    """Return the full name of a question's objective, if it has one."""
    return f"{question.name.partition('/')[0]}/{question.item.objective}" if question.item.objective else ""


def _rows_of(one: Question, rows: tuple[BlueprintRow, ...], modules: Mapping[str, Module]) -> tuple[int, ...]:
    candidate = Candidate(one.name, modules[one.name.partition("/")[0]], one.item, one.is_generated)
    return tuple(place for place, row in enumerate(rows) if matches(row, candidate))


def _place(
    number: int, fits: Mapping[int, tuple[int, ...]], taken: list[list[int]], room: list[int], seen: set[int]
) -> bool:
    """Put a question into a row, moving others where that makes room; tell whether it found a place."""
    for row in fits[number]:
        if row in seen:
            continue
        seen.add(row)
        if len(taken[row]) < room[row]:
            taken[row].append(number)
            return True
        for other in tuple(taken[row]):
            if _place(other, fits, taken, room, seen):
                taken[row].remove(other)
                taken[row].append(number)
                return True
    return False
