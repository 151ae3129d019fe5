"""The names by which a test can point at anything in a module."""

from collections.abc import Iterator
from dataclasses import fields

from deckgen.model.module import Module


def names_of(module: Module) -> set[str]:
    """Return the names of all that a module holds, without the module's own.

    Items, facts, figures and the exercise by id; cells as `table.row.column`; steps and signs of success as
    `exercise.id` and `exercise.success.1`; objectives as `objectives.id`; what the head says as `module.minutes`.
    """
    return {*_things(module), *_cells(module), *_exercise(module), *_head(module)}


def _things(module: Module) -> Iterator[str]:
    for thing in (*module.live_items, *module.live_facts, *module.figures):
        yield thing.id


def _cells(module: Module) -> Iterator[str]:
    for table in module.tables:
        for row in table.live_rows:
            for cell in row.cells:
                yield f"{table.id}.{row.id}.{cell.column}"


def _exercise(module: Module) -> Iterator[str]:
    exercise = module.exercise
    if exercise:
        yield from (f"{exercise.id}.{step.id}" for step in exercise.steps if step.id)
        yield from (f"{exercise.id}.success.{place}" for place, _ in enumerate(exercise.success, 1))


def _head(module: Module) -> Iterator[str]:
    yield from (f"objectives.{objective.id}" for objective in module.head.objectives)
    yield from (f"module.{field.name}" for field in fields(module.head) if getattr(module.head, field.name))
