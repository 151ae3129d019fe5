"""The name of what was retired in an earlier version is not given to anything else.

Learners who had the old question still have its card, and its schedule; a new question under that name would inherit
both. The lock knows what was retired even when it has left the files. What comes back as it was says so in `ignore`
for that release: the item, the fact, the table of the row, or the exercise of the step. A name that is retired is not
given to what is renamed either, nor to a thing of another kind: papers, references and the lock still mean the old one.

Wrong: an item `gang` that was retired in 2026.11, and in 2026.12 another question called `gang`.

Right: the other question under an id that was never used, such as `gang-queue`.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.fact import Fact
from deckgen.model.item import Choice, Open
from deckgen.model.module import Exercise, Module, Step
from deckgen.model.names import Named, named_things
from deckgen.model.note_names import note_names
from deckgen.model.table import Row, Table

CODE: Final = "B631"
SEVERITY: Final = Severity.ERROR
_DOTS: Final[Mapping[type, int]] = MappingProxyType({Choice: 0, Open: 0, Fact: 0, Exercise: 1, Table: 2})
"""How many dots there are in the names of the notes of each kind of thing."""


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find live notes whose names were retired in a version before this one, and things that took over such a name."""
    released = context.lock.released(bank.head.version)
    retired = {name: one.retired for name, one in released.items() if one.retired not in ("", bank.head.version)}
    for module in bank.modules if retired else ():
        for name in note_names(module):
            if name.identity in retired and not name.is_retired:
                message = (
                    f"`{name.identity}` was retired in `{retired[name.identity]}` and learners still have that card;"
                    " take an id that was never used, or `ignore` this where it comes back as it was"
                )
                yield Diagnostic(name.span, CODE, message)
        yield from _taken_over(module, retired)


def _taken_over(module: Module, retired: Iterable[str]) -> Iterator[Diagnostic]:
    """Find what has the name of a retired thing that it is not: by a rename, or as a thing of another kind."""
    gone = [name.partition("/")[2] for name in retired if name.startswith(f"{module.id}/")]
    kinds = {name.partition(".")[0]: name.count(".") for name in gone}
    parts = {".".join(name.split(".")[:2]) for name in gone}
    for thing in named_things(module) if gone else ():
        first = (*thing.was, thing.id)[0]
        for name in (thing.id, *thing.was):
            if name in kinds and (name != first or kinds[name] != _DOTS.get(type(thing))):
                yield _reused(thing, name, f"{module.id}/{name}")
        for part in _parts(thing):
            for own in (part.id, *part.was):
                if own != (*part.was, part.id)[0] and f"{first}.{own}" in parts:
                    yield _reused(part, own, f"{module.id}/{first}.{own}")


def _parts(thing: Named) -> tuple[Row | Step, ...]:
    if isinstance(thing, Table):
        return thing.rows
    return thing.steps if isinstance(thing, Exercise) else ()


def _reused(thing: Named | Row | Step, name: str | None, full: str) -> Diagnostic:
    place = thing.origin.of("id" if name == thing.id else "was")
    message = f"`{full}` is the name of something that was retired; take an id that was never used"
    return Diagnostic(place, CODE, message)
