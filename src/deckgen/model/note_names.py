"""The names under which Anki knows what a bank holds: full names, made of the oldest ids."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.diagnostics import Span
from deckgen.model.asked import asked_cells, oldest, oldest_pair
from deckgen.model.fact import Fact
from deckgen.model.item import Choice, Item
from deckgen.model.module import Exercise, Module, Step
from deckgen.model.names import full_name
from deckgen.model.table import Table


@dataclass(frozen=True, slots=True)
class NoteName:
    """What becomes a note, or was one until it was retired: its lasting name, and the kind of note it is."""

    identity: str
    kind: str
    span: Span
    is_retired: bool = False


def note_names(module: Module) -> Iterator[NoteName]:
    """Yield the names of all notes of a module, those of what is retired among them."""
    for item in module.items:
        kind = "choice" if isinstance(item, Choice) else "open"
        yield NoteName(identity_of(module, item), kind, item.origin.of("id"), item.retired is not None)
    for asked in asked_cells(module):
        yield NoteName(asked.identity, "cell", asked.row.origin.span)
    for table in module.tables:
        yield from _retired_cells(module, table)
    for fact in module.facts:
        yield NoteName(identity_of(module, fact), "cloze", fact.origin.of("id"), fact.retired is not None)
    yield from _step_names(module)


def identity_of(module: Module, thing: Item | Fact) -> str:
    """Return the full name under the first id that a thing ever had."""
    return full_name(module, oldest(thing))


def step_identity(module: Module, exercise: Exercise, step: Step) -> str:
    """Return the full name of a step under the first ids that it and its exercise ever had."""
    return f"{module.id}/{oldest(exercise)}.{(*step.was, step.id)[0]}"


def _retired_cells(module: Module, table: Table) -> Iterator[NoteName]:
    """Yield what a retired row was asked for, and what a retired question asked of any row."""
    for ask in table.ask:
        pair = oldest_pair(table, ask)
        for row in table.rows:
            if row.retired or ask.retired:
                name = f"{module.id}/{oldest(table)}.{oldest(row)}.{pair}"
                yield NoteName(name, "cell", row.origin.of("id"), is_retired=True)


def _step_names(module: Module) -> Iterator[NoteName]:
    exercise = module.exercise
    for step in exercise.steps if exercise else ():
        if exercise and step.id and (step.retired or step.run or step.shows):
            name = step_identity(module, exercise, step)
            yield NoteName(name, "open", step.origin.span, step.retired is not None)
