"""What has been released keeps its name, or says what it became, or is retired.

A learner's card hangs on the name. Where a question, a table, a row or a column gets another id without `was`, the old
card stays as it is for ever and a new one without a schedule comes beside it. The lock knows which names are out. A
card cannot follow its question into another module either, for the module is a part of the name: the question stays
where it was, or it stays there with `retired` and is asked anew in the other module. What was built under an earlier
`version` counts as out. Where that version was never given to anybody, write it into `bank.yaml` again, and all that it
held is a draft as before.

Wrong: an item that was released as `gang` and is now called `gang-scheduling`.

Right:

    - id: gang-scheduling
      was: [gang]
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.lost import Lost, There, is_there, kind_of, lost_things, place_of, what_it_became
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.bank import Bank
from deckgen.model.lock import Lock, Stamp
from deckgen.model.module import Module
from deckgen.model.names import named_things
from deckgen.model.note_names import note_names

CODE: Final = "B630"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find released names of notes that nothing has, none was retired under, and none took over."""
    released = context.lock.released(bank.head.version)
    if not released or not bank.is_whole:
        return
    doubt = _doubt(context.lock, bank.head.version)
    known = {name.identity for module in bank.modules for name in note_names(module)}
    gone: defaultdict[str, dict[str, Stamp]] = defaultdict(dict)
    for name, stamp in released.items():
        if name not in known and not stamp.retired:
            module, _, local = name.partition("/")
            gone[module][local] = stamp
    for name, notes in sorted(gone.items()):
        found = bank.module(name)
        if found is None:
            cure = "bring it back, for a module has no `was`, and give `retired` to what is to go"
            what = f"the module `{name}`, {_released(notes)}, is gone"
            yield Diagnostic(bank.head.origin.span, CODE, f"{what}; {cure}{doubt}")
        elif found.is_whole and not found.unread:
            old = [one.partition("/")[2] for one in released if one.startswith(f"{name}/")]
            for lost, of_it in lost_things(found, notes):
                what = f"the {lost.kind} `{lost.called}`, {_released(of_it)}, is gone"
                place, cure = _place_and_cure(bank, found, lost, what_it_became(found, lost, old))
                yield Diagnostic(place, CODE, f"{what}; {cure}{doubt}")


def _place_and_cure(bank: Bank, module: Module, lost: Lost, became: There | None) -> tuple[Span, str]:
    moved = _elsewhere(bank, module, lost)
    if moved:
        there, place = moved
        cure = f"its card cannot follow it to `{there}`; move it back, or leave it in `{module.id}` with `retired`"
        return place, cure
    return became.place if became else place_of(module, lost), _cure(module, lost, became)


def _elsewhere(bank: Bank, module: Module, lost: Lost) -> tuple[str, Span] | None:
    """Return the name and place of what has the lost thing's id in another module."""
    for other in bank.modules:
        for thing in named_things(other) if other is not module else ():
            if lost.name in (thing.id, *thing.was) and kind_of(thing) == lost.kind:
                return f"{other.id}/{thing.id}", thing.origin.of("id")
    return None


def _doubt(lock: Lock, version: str) -> str:
    """Return what to do where nothing may be out yet: where the lock knows of one earlier version only."""
    stamps = [one for one in lock.stamps.values() if one.kind == "note"]
    earlier = {word for one in stamps for word in (one.since, one.changed, one.retired)} - {version, ""}
    return f"; if nobody ever got `{next(iter(earlier))}`, write that `version` again" if len(earlier) == 1 else ""


def _cure(module: Module, lost: Lost, became: There | None) -> str:
    old = lost.name.rpartition(".")[2]
    if lost.kind == "question":
        return _cure_of_question(lost, became)
    if is_there(module, lost):
        return "it has neither `run` nor `shows` any more, and so nothing to tell; write one of them, or `retired`"
    back = "bring it back with `retired`"
    if lost.kind == "column":
        back = "bring it back, with `retired` in each `ask` that names it"
    if became is None:
        return f"write `was: [{old}]` at what it became, or {back}"
    if old in became.was:
        return f"`{became.now}` has it in `was`, where the oldest id comes first; write `{old}` first"
    return f"if it is now `{became.now}`, write `was: [{old}]` there; else {back}"


def _cure_of_question(lost: Lost, became: There | None) -> str:
    now = f" (is it now `{became.now}`?)" if became else ""
    return (
        f"where its columns were renamed{now}, write their old ids there as `was`; else bring the `ask` back with"
        " `retired`"
    )


def _released(notes: Mapping[str, Stamp]) -> str:
    first = next(iter(notes.values())).since
    return f"released in `{first}`" + (f" with {len(notes)} notes" if len(notes) > 1 else "")
