"""Tuples with one place changed, and modules with one kind of thing changed."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from deckgen.model.module import Module, Step
from deckgen.model.table import Row

Thing = TypeVar("Thing")


def rows_of(module: Module, change: Callable[[tuple[Row, ...]], tuple[Row, ...]]) -> Module:
    """Return a module with other rows in its table."""
    (one,) = module.tables
    return replace(module, tables=(replace(one, rows=change(one.rows)),))


def steps_of(module: Module, change: Callable[[tuple[Step, ...]], tuple[Step, ...]]) -> Module:
    """Return a module with other steps in its exercise."""
    assert module.exercise is not None
    return replace(module, exercise=replace(module.exercise, steps=change(module.exercise.steps)))


def with_things(module: Module, kind: str, things: tuple[Any, ...]) -> Module:
    """Return a module with other things of a kind, such as `facts`."""
    fields: dict[str, Any] = {kind: things}
    return replace(module, **fields)


def inserted(things: tuple[Thing, ...], place: int, new: Thing) -> tuple[Thing, ...]:
    """Return things with one more; every place is one, counted round and round."""
    place %= len(things) + 1
    return (*things[:place], new, *things[place:])


def put(things: tuple[Thing, ...], place: int, new: Thing) -> tuple[Thing, ...]:
    """Return things with another one at a place."""
    place %= len(things)
    return (*things[:place], new, *things[place + 1 :])


def turned(things: tuple[Thing, ...], by: int) -> tuple[Thing, ...]:
    """Return things with the first ones last."""
    by %= len(things)
    return (*things[by:], *things[:by])


def changed(things: tuple[Any, ...], place: int, **fields: Any) -> tuple[Any, ...]:
    """Return things with these fields of one changed."""
    return put(things, place, replace(things[place % len(things)], **fields))
