"""What the rules about blueprints share: the names in a row, and whether all that it may draw on was read."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from deckgen.assemble.candidates import Candidate, earlier_names
from deckgen.checks._shared.near import did_you_mean
from deckgen.diagnostics import Span
from deckgen.model.bank import Bank
from deckgen.model.exam import BlueprintRow, Exam
from deckgen.model.module import Module

Fault = tuple[Span, str]

_FEW: Final = 12


@dataclass(frozen=True, slots=True)
class Names:
    """What a blueprint can name: modules, full names of objectives, full names of items, tags."""

    modules: dict[str, Module]
    objectives: dict[str, None]
    items: dict[str, None]
    tags: dict[str, None]

    @classmethod
    def of(cls, bank: Bank, candidates: Iterable[Candidate], others: Iterable[str]) -> "Names":
        """Collect the names of a bank; `others` are items that no exam takes, such as retired ones."""
        modules = {module.id: module for module in bank.modules}
        objectives = (f"{one.id}/{objective.id}" for one in bank.modules for objective in one.head.objectives)
        items = (name for one in candidates for name in (one.name, *earlier_names(one)))
        tags = (str(tag) for one in bank.modules for item in one.items for tag in item.tags)
        known = {**dict.fromkeys(items), **dict.fromkeys(others)}
        return cls(modules, dict.fromkeys(objectives), known, dict.fromkeys(tags))


def is_read(bank: Bank, exam: Exam) -> bool:
    """Tell whether all that an exam may draw on was read."""
    named = {row.module for row in exam.blueprint}
    drawn = [module for module in bank.modules if None in named or module.id in named]
    return bank.is_whole and all(module.is_whole and not module.unread for module in drawn)


def strange_names(row: BlueprintRow, names: Names) -> Iterator[Fault]:
    """Yield what a row names and nobody has."""
    if row.module is not None and row.module not in names.modules:
        cure = _nearest_or_all(row.module, names.modules, "modules")
        yield row.origin.of("module"), f"`{row.module}` is no module{cure}"
    elif row.objective is not None and not _has_objective(row, names):
        yield row.origin.of("objective"), f"`{row.objective}` is no objective{_cure(row, names)}"
    for place, tag in enumerate(row.tags):
        if tag not in names.tags:
            cure = _nearest_or_all(tag, names.tags, "tags")
            yield row.origin.of("tags", place), f"no item has the tag `{tag}`{cure}"
    for place, name in enumerate(row.items):
        if name not in names.items:
            yield row.origin.of("items", place), f"`{name}` is no item{_full(name, names.items)}"


def _has_objective(row: BlueprintRow, names: Names) -> bool:
    return any(row.objective in (full, full.partition("/")[2]) for full in _objectives(row, names))


def _objectives(row: BlueprintRow, names: Names) -> list[str]:
    return [full for full in names.objectives if row.module is None or full.startswith(f"{row.module}/")]


def _cure(row: BlueprintRow, names: Names) -> str:
    wanted = row.objective or ""
    known = _objectives(row, names)
    where = f" of `{row.module}`" if row.module else ""
    called = known if "/" in wanted else [full.partition("/")[2] for full in known]
    return where + _nearest_or_all(wanted, list(dict.fromkeys(called)), "objectives")


def _nearest_or_all(name: str, known: Collection[str], what: str) -> str:
    """Return what an author probably meant or, where nothing is like it and there are few, all that there is."""
    if near := did_you_mean(name, known):
        return near
    shown = ", ".join(f"`{one}`" for one in sorted(known))
    if len(known) == 1:
        return f"; the only one is {shown}"
    return f"; the {what} are {shown}" if 0 < len(known) <= _FEW else ""


def _full(name: str, items: Iterable[str]) -> str:
    if "/" not in name:
        full = next((one for one in items if one.endswith(f"/{name}")), f"module/{name}")
        return f"; write its full name, `{full}`"
    return did_you_mean(name, items)
