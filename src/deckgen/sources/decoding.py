"""From located nodes straight into the frozen dataclasses of the model, guided by the dataclasses themselves.

What cannot be read becomes a diagnostic. A bad optional field falls back to its default and a bad text to an empty
one, so that the rest of the object still goes through every rule; only what has no id or no list to stand on is lost.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, Final

from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.origin import Mark, Origin
from deckgen.model.schema import Line, Prose, Verbatim
from deckgen.sources import faults
from deckgen.sources.nodes import Mapping, Node, Scalar, Sequence
from deckgen.sources.plans import FieldPlan, Plan, is_union_of_classes, plan_of, signs_of
from deckgen.sources.scalars import Refused, is_name

LOST: Final = object()
"""Stands for a value that could not be read."""

_KINDS: Final = {Scalar: "text", Sequence: "a list", Mapping: "a mapping"}
_TEXTS: Final = (Prose, Line, Verbatim)


Media = Callable[[str, Span], str]
"""Takes prose and its place, and returns it with the images that it names."""


class Decoder:
    """Reads the objects of one file and collects their faults, and the ids of what was lost in whole or in part.

    `is_whole` turns false where something was lost whose id nobody knows.
    """

    def __init__(self, file: str, text: str, media: Media | None = None) -> None:
        self.file = file
        self.text = text
        self.media = media
        self.faults: list[Diagnostic] = []
        self.unread: set[str] = set()
        self.is_whole = True

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, for faults that show one."""
        return self.text.split("\n")

    def object(self, kind: Any, node: Node, preset: dict[str, Any] | None = None) -> Any:
        """Read a dataclass, or one of a union of dataclasses; `LOST` when it cannot stand."""
        if is_union_of_classes(kind):
            kind = self._member(kind, node)
            if kind is LOST:
                return LOST
        plan = plan_of(kind)
        if isinstance(node, Scalar) and plan.shorthand:
            return self._from_shorthand(plan, node, preset or {})
        if isinstance(node, Mapping):
            return self._from_mapping(plan, node, preset or {})
        if plan.shorthand:
            return self._wrong_kind(node, "text", f"put it in quotes: {self._quoted(node)}")
        return self._wrong_kind(node, "a mapping of fields", "write its fields below it, as `name: value`")

    def _from_shorthand(self, plan: Plan, node: Scalar, preset: dict[str, Any]) -> Any:
        field = plan.fields[plan.shorthand or ""]
        if plan.blank and node.comment is None and not node.text.strip():
            self.faults.append(faults.empty_field(self._span(node), plan.blank))
            return LOST
        value = self.value(field, node)
        if value is LOST:
            return LOST
        marks: dict[str | tuple[str, int], Mark] = {field.name: node.mark}
        return self._make(plan, {**preset, field.name: value}, node, marks)

    def _from_mapping(self, plan: Plan, node: Mapping, preset: dict[str, Any]) -> Any:
        accident = self._text_read_as_mapping(plan, node)
        if accident is not None:
            return self._from_shorthand(plan, accident, preset)
        values = dict(preset)
        marks: dict[str | tuple[str, int], Mark] = {}
        rest: dict[str, tuple[Mark, Node]] = {}
        for name, (mark, child) in node.entries.items():
            field = plan.fields.get(name) or self._meant(plan, name, node, preset)
            if field is not None and field.name not in preset:
                value = self.value(field, child)
                if value is LOST:
                    self._remember_unread(node, plan.fields)
                    value = self._fallback(field)
                values[field.name] = value
                marks[field.name] = child.mark
                if type(child) is Sequence:
                    for index, item in enumerate(child.items):
                        marks[field.name, index] = item.mark
            elif plan.rest is not None:
                rest[name] = (mark, child)
        if plan.rest is not None:
            values[plan.rest.name] = self._keyed(plan.rest, Mapping(rest, node.mark))
        return self._complete(plan, values, node, marks)

    def _meant(self, plan: Plan, name: str, node: Mapping, preset: dict[str, Any]) -> FieldPlan | None:
        """Report an unknown field; return the one that was meant, so that one slip is one finding."""
        if plan.rest is not None or not name or name in plan.fields:
            return None
        known = plan.fields.keys() - preset.keys()
        self.faults.append(faults.unknown_field(Span(self.file, *node.entries[name][0]), name, known))
        near = faults.nearest(name, known)
        return plan.fields[near] if near is not None and near not in node.entries else None

    def _complete(self, plan: Plan, values: dict[str, Any], node: Mapping, marks: Any) -> Any:
        whole = True
        for field in plan.required:
            if field.name not in values:
                self.faults.append(faults.missing_field(self._span(node), field.key, self._called(plan, node)))
                values[field.name] = self._fallback(field)
            whole = whole and values[field.name] is not LOST
        if whole:
            return self._make(plan, values, node, marks)
        self._remember_unread(node, plan.fields)
        return LOST

    def _fallback(self, field: FieldPlan) -> Any:
        """Return what stands for a value that is missing or could not be read."""
        if not field.required:
            return field.default
        return "" if field.kind in _TEXTS and field.shape == "one" else LOST

    def _make(self, plan: Plan, values: dict[str, Any], node: Node, marks: Any) -> Any:
        return plan.cls(**values, origin=Origin(self.file, node.mark, marks))

    def value(self, field: FieldPlan, node: Node) -> Any:
        """Read what one field holds."""
        if field.shape == "one":
            return self._one(field, node)
        if field.shape == "keyed":
            return self._keyed(field, node)
        if isinstance(node, Sequence):
            read = [self._one(field, item) for item in node.items]
            return tuple(one for one in read if one is not LOST)
        if field.shape == "one-or-many" and isinstance(node, Scalar):
            one = self._one(field, node)
            return LOST if one is LOST else (one,)
        return self._wrong_kind(node, "a list", f"write each entry of `{field.key}` on a line that starts with `- `")

    def _keyed(self, field: FieldPlan, node: Node) -> Any:
        if not isinstance(node, Mapping):
            return self._wrong_kind(node, "a mapping", f"write each entry of `{field.key}` as `name: …`")
        elements = []
        key = plan_of(field.kind).fields[field.key_field]
        for text, (mark, child) in node.entries.items():
            name = self._one(key, Scalar(text, mark))
            element = self.object(field.kind, child, {field.key_field: name}) if name is not LOST else LOST
            if element is LOST:
                self.unread.add(text.strip())
            else:
                elements.append(element)
        return tuple(elements)

    def _one(self, field: FieldPlan, node: Node) -> Any:
        if field.convert is None:
            return self.object(field.kind, node)
        if type(node) is not Scalar:
            return self._wrong_kind(node, "text", f"put it in quotes: {self._quoted(node)}")
        text = node.text if node.comment is None else self._with_comment(field, node)
        if not text or text.isspace():
            self.faults.append(faults.empty_field(self._span(node)))
            return LOST
        try:
            value = field.convert(text)
            return value if "![" not in text else self._with_media(field, value, node)
        except Refused as refusal:
            make = faults.bad_name if refusal.is_name else faults.bad_value
            self.faults.append(make(self._span(node), text.strip(), str(refusal)))
            return LOST if refusal.meant is None else refusal.meant

    def _with_media(self, field: FieldPlan, value: Any, node: Scalar) -> Any:
        return self.media(value, self._span(node)) if field.kind is Prose and self.media else value

    def _with_comment(self, field: FieldPlan, node: Scalar) -> str:
        """Return a text with the comment behind it, which was meant as text where prose is asked for."""
        if field.kind not in _TEXTS:
            return node.text
        self.faults.append(faults.swallowed_text(self._span(node), node.comment or ""))
        return f"{node.text} {node.comment}"

    def _member(self, union: Any, node: Node) -> Any:
        """Choose the dataclass of a union by the field that only it requires."""
        signs = signs_of(union)
        if not isinstance(node, Mapping):
            return union.__args__[0]
        for cls, sign in signs.items():
            if sign in node.entries:
                return cls
        return self._no_member(signs, node)

    def _no_member(self, signs: dict[Any, str], node: Mapping) -> Any:
        for cls, sign in signs.items():
            if any(faults.nearest(name, (sign,)) for name in node.entries):
                return cls
        known = set().union(*(plan_of(cls).fields for cls in signs))
        strange = [(name, mark) for name, (mark, _) in node.entries.items() if name not in known]
        for name, mark in strange:
            self.faults.append(faults.unknown_field(Span(self.file, *mark), name, known))
        if not strange:
            wanted = "` or `".join(signs.values())
            self.faults.append(faults.missing_field(self._span(node), wanted, self._called(None, node)))
        self._remember_unread(node, known)
        return LOST

    def _text_read_as_mapping(self, plan: Plan, node: Mapping) -> Scalar | None:
        """Return the text that YAML read as a mapping of one unknown field, as in `- nvidia.com/gpu: 1`."""
        if not plan.shorthand or plan.rest or len(node.entries) != 1:
            return None
        name, (_, child) = next(iter(node.entries.items()))
        if name in plan.fields or not isinstance(child, Scalar) or _is_typo(name, plan):
            return None
        text = self._raw(node)
        cure = f"YAML reads `: ` as a field; put the text in quotes: {self._quoted(node)}"
        self.faults.append(faults.wrong_kind(self._span(node), "text", "a mapping", cure))
        return Scalar(text, node.mark)

    def _wrong_kind(self, node: Node, expected: str, cure: str) -> Any:
        is_empty = isinstance(node, Scalar) and not node.text.strip()
        found = "empty" if is_empty else _KINDS[type(node)]
        self.faults.append(faults.wrong_kind(self._span(node), expected, found, cure))
        return LOST

    def _remember_unread(self, node: Mapping, known: Iterable[str]) -> None:
        entry = node.entries.get("id")
        if entry and isinstance(entry[1], Scalar) and is_name(entry[1].text.strip()):
            self.unread.add(entry[1].text.strip())
        elif "id" in known:
            self.is_whole = False

    def _called(self, plan: Plan | None, node: Mapping) -> str:
        entry = node.entries.get("id")
        name = f" `{entry[1].text}`" if entry and isinstance(entry[1], Scalar) and entry[1].text else ""
        noun = plan.cls.__name__.removesuffix("Head").removesuffix("File").lower() if plan else "item"
        return f"this {_NOUNS.get(noun, noun)}{name}"

    def _span(self, node: Node) -> Span:
        return Span(self.file, *node.mark)

    def _raw(self, node: Node) -> str:
        line, column = node.mark
        text = self.lines[line - 1] if line <= len(self.lines) else ""
        return text[column - 1 :].strip()

    def _quoted(self, node: Node) -> str:
        raw = self._raw(node)
        return f"'{raw}'" if '"' in raw or "\\" in raw else f'"{raw}"'


_NOUNS: Final = {"choice": "item", "open": "open question", "blueprintrow": "blueprint row", "ruleseverity": "severity"}


def _is_typo(name: str, plan: Plan) -> bool:
    """Tell a misspelt field from the start of a sentence."""
    from difflib import get_close_matches

    return bool(get_close_matches(name, plan.fields, n=1, cutoff=0.75))
