"""Write docs/fields.md, the field reference, from the dataclasses of the model: `python docs/make_fields.py`."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

from deckgen.model.bank import BankHead
from deckgen.model.exam import ExamsFile
from deckgen.model.module import ModuleFile
from deckgen.model.schema import (
    MOST_FORMS,
    Address,
    Count,
    FormCount,
    Id,
    Line,
    Percent,
    Prose,
    Reference,
    Verbatim,
    Word,
)
from deckgen.sources.plans import MISSING, FieldPlan, is_enum, is_scalar, is_union_of_classes, plan_of

PAGE: Final = Path(__file__).with_name("fields.md")

ROOTS: Final = {"The bank": BankHead, "Exams": ExamsFile, "A file of a module": ModuleFile}

SORTS: Final = {
    Id: ("id", "a name for ever: `a-z`, `0-9` and `-`, at most 80 characters"),
    Reference: ("reference", "the name of something else: `name`, `module/name`, or `table.row.column` for a cell"),
    Line: ("line", "plain text on one line"),
    Word: ("word", "plain text without white space"),
    Prose: ("Markdown", "text of any length; CommonMark and tables, no HTML"),
    Verbatim: ("verbatim", "text kept as typed: code, terminal output, a diagram"),
    Address: ("address", "a URL, from `http://` or `https://`"),
    Percent: ("percentage", "a whole number with its sign, `75%`"),
    Count: ("number", "a whole number from 1 to 999999"),
    FormCount: ("number of forms", f"a whole number from 1 to {MOST_FORMS}"),
    bool: ("flag", "`true` or `false`, and no other word"),
    date: ("date", "`2026-11-23`"),
}

TITLES: Final = {"RuleSeverity": "Severity", "ModuleHead": "Module", "BlueprintRow": "Blueprint row"}

OPENING: Final = """\
# Fields

<!-- Written by docs/make_fields.py from the dataclasses in src/deckgen/model. Do not edit. -->

Every field of the format. [The authors' guide](format.md) says how to write them; `deckgen schema` prints the same
for editors.
"""


def page() -> str:
    """Return the whole page."""
    sections = [_section(title, cls, root=True) + _below(cls) for title, cls in ROOTS.items()]
    return "\n".join([OPENING, _sorts(), *sections])


def _sorts() -> str:
    lines = [f"| {name} | {meaning} |" for name, meaning in SORTS.values()]
    return "\n".join(["## What a field holds", "", "| sort | what that is |", "|---|---|", *lines, ""])


def _below(root: Any) -> str:
    return "".join(f"\n{_section(_title(cls), cls)}" for cls in _classes_below(root))


def _classes_below(root: Any) -> Iterator[Any]:
    """Yield each class that a file can hold, in the order in which a reader comes upon it."""
    seen, pending = {root}, _children(root)
    while pending:
        cls = pending.pop(0)
        if cls not in seen:
            seen.add(cls)
            yield cls
            pending = _children(cls) + pending


def _children(cls: Any) -> list[Any]:
    plan = plan_of(cls)
    kinds = [field.kind for field in (*plan.fields.values(), plan.rest) if field and not is_scalar(field.kind)]
    return [member for kind in kinds for member in (kind.__args__ if is_union_of_classes(kind) else (kind,))]


def _section(title: str, cls: Any, *, root: bool = False) -> str:
    plan = plan_of(cls)
    keyed = _key_fields().get(cls)
    text = f"{'##' if root else '###'} {title}\n\n{_about(cls, plan.shorthand, keyed)}\n\n"
    text += "| field | holds | default | what it is |\n|---|---|---|---|\n"
    fields = [field for field in plan.fields.values() if field.key != keyed]
    text += "".join(f"| `{field.key}` | {_holds(field)} | {_default(field)} | {field.doc} |\n" for field in fields)
    if plan.rest:
        text += f"| any other | {_element(plan.rest.kind)} | — | {plan.rest.doc} |\n"
    return text


def _about(cls: Any, shorthand: str | None, keyed: str | None) -> str:
    about = " ".join((cls.__doc__ or "").split("\n\n")[0].split())
    if keyed:
        about += f" Its `{keyed}` is the name that it stands under."
    if shorthand:
        about += f" A text alone is its `{shorthand}`."
    return about


def _key_fields() -> dict[Any, str]:
    """Return by class the field that YAML writes as the key of a mapping."""
    found: dict[Any, str] = {}
    for root in ROOTS.values():
        for cls in (root, *_classes_below(root)):
            plan = plan_of(cls)
            for field in (*plan.fields.values(), plan.rest):
                if field and field.key_field:
                    found[field.kind] = field.key_field
    return found


def _holds(field: FieldPlan) -> str:
    element = _element(field.kind)
    return {
        "one": element,
        "list": f"list: {element}",
        "one-or-many": f"{element}, or a list",
        "keyed": f"by name: {element}",
    }[field.shape]


def _element(kind: Any) -> str:
    if is_union_of_classes(kind):
        return " or ".join(_element(member) for member in kind.__args__)
    if is_enum(kind):
        return ", ".join(f"`{word}`" for word in kind)
    if is_scalar(kind):
        return SORTS[kind][0]
    return f"[{_title(kind).lower()}](#{_title(kind).lower().replace(' ', '-')})"


def _default(field: FieldPlan) -> str:
    if field.default is MISSING:
        return "**needed**"
    if isinstance(field.default, bool):
        return f"`{str(field.default).lower()}`"
    return f"`{field.default}`" if field.default not in (None, (), "") else "—"


def _title(cls: Any) -> str:
    return TITLES.get(cls.__name__, str(cls.__name__))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
