"""Remember that a person has looked at items whose facts have changed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from deckgen.checks import Context, Defect, old_value_lingers, rules, run_checks
from deckgen.diagnostics import Diagnostic
from deckgen.model.accepted import Citation, citations, contrast
from deckgen.model.bank import Bank
from deckgen.model.item import Item
from deckgen.model.lock import Lock, ReviewStamp
from deckgen.model.module import Module
from deckgen.model.names import Index, full_name
from deckgen.model.note_names import identity_of
from deckgen.model.reviewed import review_stamp
from deckgen.pipeline.check import has_errors
from deckgen.pipeline.live_items import LiveItems, UnknownItem
from deckgen.publish import write_whole
from deckgen.sources.bank_yaml import read_bank
from deckgen.sources.lock_text import LOCK_FILE, format_lock, read_lock

__all__ = ["Accepted", "UnknownItem", "accept"]


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was accepted, a line for each change; or what kept the bank from being read. `findings` are for the user."""

    findings: tuple[Diagnostic, ...]
    changes: tuple[str, ...] = ()
    defects: tuple[Defect, ...] = ()
    is_done: bool = False


def accept(folder: Path, names: Sequence[str], today: date, *, reviewed: bool = False) -> Accepted:
    """Stamp the present values of what the named items rest on; if they were `reviewed`, their text as well."""
    reading = read_bank(folder)
    lock, _, lock_faults = read_lock(folder)
    faults = tuple(sorted((*reading.faults, *lock_faults)))
    if reading.bank is None or has_errors(faults):
        return Accepted(faults)
    items = LiveItems.of(reading.bank, Index.of(reading.bank))
    chosen = list({id(one[1]): one for one in map(items.named, names)}.values())
    reviews = _reviews(chosen) if reviewed else {}
    alone = _bank_of(reading.bank, [item for _, item in chosen])
    verdict = run_checks(Context(alone, lock, today), [one for one in rules() if one.code == old_value_lingers.CODE])
    if verdict.defects:
        return Accepted(faults, defects=verdict.defects)
    cited: defaultdict[int, list[Citation]] = defaultdict(list)
    for citation in citations(alone, items.index):
        cited[id(citation.item)].append(citation)
    changes = [line for one in chosen for line in _changes(lock, *one, cited[id(one[1])], reviews)]
    accepted = {**lock.accepted, **{one.key: one.value for each in cited.values() for one in each}}
    kept_reviews = MappingProxyType({**lock.reviews, **reviews})
    after = replace(lock, accepted=MappingProxyType(accepted), reviews=kept_reviews)
    if after != lock:
        write_whole(folder / LOCK_FILE, format_lock(after))
    return Accepted((*faults, *sorted(verdict.found)), tuple(changes), is_done=True)


def _bank_of(bank: Bank, items: Sequence[Item]) -> Bank:
    """Return a bank without the other items: what these still say of the old values will be known to nobody."""
    wanted = set(map(id, items))
    modules = [(module, tuple(item for item in module.items if id(item) in wanted)) for module in bank.modules]
    return replace(bank, modules=tuple(replace(module, items=kept) for module, kept in modules))


def _reviews(chosen: Sequence[tuple[Module, Item]]) -> dict[str, ReviewStamp]:
    """Return what is to be remembered of the reviews of these items as they are now."""
    found = {}
    for module, item in chosen:
        if item.reviewed is None:
            raise UnknownItem(f"{full_name(module, item.id)} has no `reviewed`; write who read it, and the day")
        found[identity_of(module, item)] = review_stamp(item, item.reviewed)
    return found


def _changes(
    lock: Lock, module: Module, item: Item, cited: Sequence[Citation], reviews: Mapping[str, ReviewStamp]
) -> Iterator[str]:
    """Yield a line for each thing that is accepted of an item."""
    said = [f"{one.name}: {said}" for one in cited if (said := _change(lock.accepted.get(one.key), one.value))]
    name = identity_of(module, item)
    if name in reviews and reviews[name] != lock.reviews.get(name):
        said.append(f"its text, as reviewed on {reviews[name].on}")
    for line in said or ["nothing to accept"]:
        yield f"{full_name(module, item.id)}: {line}"


def _change(old: str | None, new: str) -> str | None:
    if old is None:
        return contrast(new, new)[1]
    return None if old == new else " → ".join(contrast(old, new))
