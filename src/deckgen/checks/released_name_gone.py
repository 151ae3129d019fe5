"""What has been released keeps its name, or says what it became, or is retired.

A learner's card hangs on the name. Where a question, a table, a row or a column gets another id without `was`, the old
card stays as it is for ever and a new one without a schedule comes beside it. The lock knows which names are out.

Wrong: an item that was released as `gang` and is now called `gang-scheduling`.

Right:

    - id: gang-scheduling
      was: [gang]
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.lost import Lost, There, lost_things, what_it_became
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.lock import Stamp
from deckgen.model.module import Module
from deckgen.model.note_names import note_names

CODE: Final = "B630"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find released names of notes that nothing has, none was retired under, and none took over."""
    released = context.lock.released(bank.head.version)
    if not released or not bank.is_whole:
        return
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
            yield Diagnostic(bank.head.origin.span, CODE, f"the module `{name}`, {_released(notes)}, is gone; {cure}")
        elif found.is_whole and not found.unread:
            old = [one.partition("/")[2] for one in released if one.startswith(f"{name}/")]
            for lost, of_it in lost_things(found, notes):
                yield _finding(found, lost, of_it, what_it_became(found, lost, old))


def _finding(module: Module, lost: Lost, notes: Mapping[str, Stamp], became: There | None) -> Diagnostic:
    place = became.place if became else module.head.origin.of("id")
    what = f"the {lost.kind} `{lost.name}`, {_released(notes)}, is gone"
    return Diagnostic(place, CODE, f"{what}; {_cure(lost, became)}")


def _cure(lost: Lost, became: There | None) -> str:
    old = lost.name.rpartition(".")[2]
    if lost.kind == "question":
        now = f" (is it now `{became.now}`?)" if became else ""
        return f"where a column was renamed{now}, write its old id there as `was`; else bring it back with `retired`"
    if became is None:
        return f"write `was: [{old}]` at what it became, or bring it back with `retired`"
    if old in became.was:
        return f"`{became.now}` has it in `was`, where the oldest id comes first; write `{old}` first"
    return f"if it is now `{became.now}`, write `was: [{old}]` there; else bring it back with `retired`"


def _released(notes: Mapping[str, Stamp]) -> str:
    first = next(iter(notes.values())).since
    return f"released in `{first}`" + (f" with {len(notes)} notes" if len(notes) > 1 else "")
