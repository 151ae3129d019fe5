"""The JSON Schema of a bank's files, derived from the dataclasses that the decoder is guided by."""

import re
from datetime import date
from typing import Any, Final

from deckgen.model.bank import BankHead
from deckgen.model.exam import ExamsFile
from deckgen.model.module import ModuleFile
from deckgen.model.schema import MOST_FORMS, Address, Count, FormCount, Id, Percent, Reference
from deckgen.sources.plans import MISSING, FieldPlan, is_enum, is_union_of_classes, plan_of
from deckgen.sources.scalars import NAME, REFERENCE

_TEXT: Final = ("string", "number", "boolean")
"""Editors guess that `1.10` is a number; deckgen reads it as the text it is."""


def json_schema() -> dict[str, Any]:
    """Return the schema for `bank.yaml`, `exams.yaml` and the files of modules."""
    definitions: dict[str, Any] = {}
    roots = {name: _reference(cls, definitions) for name, cls in _ROOTS.items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "deckgen bank",
        "if": {"required": ["uid"]},
        "then": roots["bank"],
        "else": {"if": {"required": ["exams"]}, "then": roots["exams"], "else": roots["module"]},
        "definitions": dict(sorted(definitions.items())),
    }


_ROOTS: Final = {"bank": BankHead, "exams": ExamsFile, "module": ModuleFile}


def _reference(kind: Any, definitions: dict[str, Any], without: str = "") -> dict[str, Any]:
    if is_union_of_classes(kind):
        return {"anyOf": [_reference(member, definitions) for member in kind.__args__]}
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(kind, definitions, without)
    return {"$ref": f"#/definitions/{name}"}


def _object(cls: Any, definitions: dict[str, Any], without: str) -> dict[str, Any]:
    plan = plan_of(cls)
    fields = {key: field for key, field in plan.fields.items() if key != without}
    schema: dict[str, Any] = {
        "type": "object",
        "description": _first_line(cls.__doc__),
        "properties": {key: _field(field, definitions) for key, field in fields.items()},
        "required": [key for key, field in fields.items() if field.required],
        "additionalProperties": _element(plan.rest, definitions) if plan.rest else False,
    }
    if not plan.shorthand:
        return schema
    return {"anyOf": [_scalar(plan.fields[plan.shorthand].kind), schema]}


def _field(field: FieldPlan, definitions: dict[str, Any]) -> dict[str, Any]:
    element = _element(field, definitions)
    schema: dict[str, Any] = {
        "one": element,
        "list": {"type": "array", "items": element},
        "one-or-many": {"anyOf": [element, {"type": "array", "items": element}]},
        "keyed": {"type": "object", "additionalProperties": element},
    }[field.shape]
    if field.default is not MISSING and isinstance(field.default, (bool, int, str)) and field.default != "":
        return {"description": field.doc, "default": field.default, **schema}
    return {"description": field.doc, **schema}


def _element(field: FieldPlan, definitions: dict[str, Any]) -> dict[str, Any]:
    if field.is_scalar:
        return _scalar(field.kind)
    return _reference(field.kind, definitions, without=field.key_field)


def _scalar(kind: Any) -> dict[str, Any]:
    if is_enum(kind):
        return {"type": "string", "enum": [str(one) for one in kind]}
    return dict(_SCALARS.get(kind, {"type": list(_TEXT)}))


_SCALARS: Final[dict[Any, dict[str, Any]]] = {
    bool: {"type": "boolean"},
    Count: {"type": "integer", "minimum": 1},
    FormCount: {"type": "integer", "minimum": 1, "maximum": MOST_FORMS},
    Percent: {"type": "string", "pattern": r"^\d{1,3}%$"},
    date: {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    Address: {"type": "string", "pattern": "^https?://"},
    Id: {"type": ["string", "integer"], "pattern": f"^{NAME}$"},
    Reference: {"type": ["string", "integer"], "pattern": f"^{REFERENCE}$"},
}


def _first_line(doc: str | None) -> str:
    return re.split(r"\n\s*\n", (doc or "").strip())[0].replace("\n", " ")
