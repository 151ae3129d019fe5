"""How each dataclass of the model is written in YAML, read off its annotations."""

import dataclasses
import types
import typing
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Final

from deckgen.model.schema import Keyed, OneOrMany, Rest
from deckgen.sources.scalars import Converter, converter_of

MISSING: Final = dataclasses.MISSING


@dataclasses.dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field: its name in Python and in YAML, what it holds, and whether it must be given.

    `shape` is `one`, `list` (also as its only element: `one-or-many`), or `keyed` (a mapping whose keys become the
    field `key_field` of the elements; `is_rest`: it takes all keys that are nobody else's).
    """

    name: str
    key: str
    kind: Any
    shape: str
    doc: str
    required: bool
    default: Any
    convert: Converter | None
    key_field: str = ""
    is_rest: bool = False

    @property
    def is_scalar(self) -> bool:
        """Whether it holds bare texts."""
        return self.convert is not None


@dataclasses.dataclass(frozen=True, slots=True)
class Plan:
    """A dataclass: its fields by their YAML names, the field that a bare text stands for, and what stands for none."""

    cls: Any
    fields: dict[str, FieldPlan]
    rest: FieldPlan | None
    shorthand: str | None
    blank: str | None
    required: tuple[FieldPlan, ...]


@cache
def plan_of(cls: Any) -> Plan:
    """Return the plan of a dataclass of the model."""
    hints = typing.get_type_hints(cls, include_extras=True)
    fields = [_field_plan(field, hints[field.name]) for field in dataclasses.fields(cls) if field.name != "origin"]
    rest = next((field for field in fields if field.is_rest), None)
    named = {field.key: field for field in fields if not field.is_rest}
    required = tuple(field for field in named.values() if field.required)
    return Plan(cls, named, rest, getattr(cls, "SHORTHAND", None), getattr(cls, "BLANK", None), required)


@cache
def signs_of(union: Any) -> dict[Any, str]:
    """Return for each dataclass of a union the field that only it requires."""
    needed = {cls: [field.key for field in plan_of(cls).required] for cls in union.__args__}
    shared = set.intersection(*(set(keys) for keys in needed.values()))
    return {cls: next(key for key in keys if key not in shared) for cls, keys in needed.items()}


def is_union_of_classes(kind: Any) -> bool:
    """Tell whether a kind is a union of dataclasses, such as the kinds of items."""
    return isinstance(kind, types.UnionType)


def is_enum(kind: Any) -> bool:
    """Tell whether a kind is one of a few words."""
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def is_scalar(kind: Any) -> bool:
    """Tell whether a kind is written as a bare text."""
    return converter_of(kind) is not None


def _field_plan(field: "dataclasses.Field[Any]", hint: Any) -> FieldPlan:
    assert typing.get_origin(hint) is Annotated, field.name
    bare, *marks = typing.get_args(hint)
    keyed = next((mark for mark in marks if isinstance(mark, Keyed)), None)
    kind, shape = _kind_and_shape(bare)
    if shape == "list" and any(isinstance(mark, OneOrMany) for mark in marks):
        shape = "one-or-many"
    return FieldPlan(
        name=field.name,
        key=field.name.rstrip("_"),
        kind=kind,
        shape="keyed" if keyed else shape,
        doc=next(mark for mark in marks if isinstance(mark, str)),
        required=field.default is MISSING,
        default=field.default,
        convert=converter_of(kind),
        key_field=keyed.name if keyed else "",
        is_rest=any(isinstance(mark, Rest) for mark in marks),
    )


def _kind_and_shape(hint: Any) -> tuple[Any, str]:
    if typing.get_origin(hint) is tuple:
        return typing.get_args(hint)[0], "list"
    options = [option for option in typing.get_args(hint) if option is not type(None)]
    if type(None) in typing.get_args(hint) and len(options) == 1:
        return options[0], "one"
    return hint, "one"
