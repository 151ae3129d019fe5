"""What is gone with the notes that were made from it, and what it may have been renamed to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from deckgen.checks._shared.near import nearest
from deckgen.diagnostics import Span
from deckgen.model.asked import oldest, oldest_pair
from deckgen.model.item import Choice, Open
from deckgen.model.lock import Stamp
from deckgen.model.module import Module
from deckgen.model.names import Named
from deckgen.model.table import Table


@dataclass(frozen=True, slots=True)
class Lost:
    """Something that is gone with all its notes: its kind, and its oldest name within the module.

    What stands for all rows, a column or a question, has `*` in the row's place.
    """

    kind: str
    name: str

    @property
    def called(self) -> str:
        """The name as an author would say it."""
        return self.name.replace(".*.", ".") if self.kind == "column" else self.name


@dataclass(frozen=True, slots=True)
class There:
    """Something that is there: its oldest name and its present one within the module, its earlier ids, its place."""

    kind: str
    name: str
    now: str
    was: tuple[str, ...]
    place: Span


def lost_things(module: Module, notes: Mapping[str, Stamp]) -> Iterator[tuple[Lost, Mapping[str, Stamp]]]:
    """Group notes that are gone, by their names within the module, below the largest thing that is gone with them."""
    names = {(one.kind, one.name) for one in _there(module)}
    found: defaultdict[Lost, dict[str, Stamp]] = defaultdict(dict)
    for local, stamp in sorted(notes.items()):
        found[_largest(local, stamp, names)][local] = stamp
    yield from found.items()


def what_it_became(module: Module, lost: Lost, released: Iterable[str]) -> There | None:
    """Return what probably has the place of a lost thing: what names it, else what is new of its kind.

    Of several new ones it is the one whose name is most like it.
    """
    alike = [one for one in _there(module) if one.kind == lost.kind and _above(one.name) == _above(lost.name)]
    old = {part for local in released for part in _parts(local)}
    if lost.kind == "column":
        old = {one.name for one in alike if any(_is_asked_of(one.name, name) for name in old)}
    new = {one.name: one for one in alike if one.name not in old}
    named = [one for one in alike if lost.name.rpartition(".")[2] in one.was]
    near = nearest(lost.name, new)
    able = named or ([new[near]] if near else list(new.values()))
    return able[0] if len(able) == 1 else None


def is_there(module: Module, lost: Lost) -> bool:
    """Tell whether a thing is there still, and only its notes are gone: a step that tells nothing any more."""
    return any((one.kind, one.name) == (lost.kind, lost.name) for one in _there(module))


def place_of(module: Module, lost: Lost) -> Span:
    """Return the place of a lost thing, else of the table or exercise that it was a part of, else of the module."""
    above = lost.name.partition(".")[0]
    places = {one.name: one.place for one in _there(module) if one.kind in ("table", "exercise", lost.kind)}
    return places.get(lost.name) or places.get(above) or module.head.origin.of("id")


def kind_of(thing: Named) -> str:
    """Return what a thing is called in messages."""
    return "item" if isinstance(thing, Choice | Open) else type(thing).__name__.lower()


def _largest(local: str, stamp: Stamp, names: set[tuple[str, str]]) -> Lost:
    thing, *rest = local.split(".")
    if not rest:
        return Lost("fact" if stamp.type == "cloze" else "item", local)
    if len(rest) == 1:
        return Lost("step", local) if ("exercise", thing) in names else Lost("exercise", thing)
    if ("table", thing) not in names:
        return Lost("table", thing)
    if ("row", f"{thing}.{rest[0]}") not in names:
        return Lost("row", f"{thing}.{rest[0]}")
    columns = [name.rpartition(".")[2] for kind, name in names if kind == "column" and name.startswith(f"{thing}.*.")]
    return _of_question(thing, rest[1], columns)


def _of_question(table: str, question: str, columns: Iterable[str]) -> Lost:
    """Return the column that a question lacks; the question itself where it lacks none, or both."""
    known = set(columns)
    ends = {question.removeprefix(f"{one}-") for one in known} | {question.removesuffix(f"-{one}") for one in known}
    lacking = sorted(ends - {question})
    is_lost = len(lacking) == 1 and lacking[0] not in known
    return Lost("column", f"{table}.*.{lacking[0]}") if is_lost else Lost("question", f"{table}.*.{question}")


def _is_asked_of(column: str, question: str) -> bool:
    """Tell whether a question, such as `tools.*.tool-does`, gives a column or asks for it."""
    (table, _, name), (of, _, asked) = column.rpartition("."), question.rpartition(".")
    return table == of and (asked.startswith(f"{name}-") or asked.endswith(f"-{name}"))


def _parts(local: str) -> Iterator[str]:
    """Yield the names of everything that a released note was made from."""
    thing, *rest = local.split(".")
    yield thing
    if rest:
        yield f"{thing}.{rest[0]}"
    if len(rest) == 2:
        yield f"{thing}.*.{rest[1]}"


def _above(name: str) -> str:
    return name.rpartition(".")[0]


def _there(module: Module) -> Iterator[There]:
    for kind, things in (("item", module.items), ("fact", module.facts)):
        for one in things:
            yield There(kind, oldest(one), one.id, one.was, one.origin.of("id"))
    for table in module.tables:
        yield from _of_table(table)
    exercise = module.exercise
    if exercise is not None:
        first = oldest(exercise)
        yield There("exercise", first, exercise.id, exercise.was, exercise.origin.of("id"))
        for step in exercise.steps:
            if step.id:
                name = f"{first}.{(*step.was, step.id)[0]}"
                yield There("step", name, f"{exercise.id}.{step.id}", step.was, step.origin.of("id"))


def _of_table(table: Table) -> Iterator[There]:
    first = oldest(table)
    yield There("table", first, table.id, table.was, table.origin.of("id"))
    for row in table.rows:
        yield There("row", f"{first}.{oldest(row)}", f"{table.id}.{row.id}", row.was, row.origin.of("id"))
    for one in table.columns:
        yield There("column", f"{first}.*.{oldest(one)}", f"{table.id}.{one.id}", one.was, one.origin.of("id"))
    for ask in table.live_asks:
        now = f"{table.id}.*.{ask.given}-{ask.ask}"
        yield There("question", f"{first}.*.{oldest_pair(table, ask)}", now, (), ask.origin.span)
