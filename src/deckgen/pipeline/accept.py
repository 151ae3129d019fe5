"""Remember that a person has looked at items whose facts have changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final

from deckgen.checks import Context, Defect, Verdict, rules, run_checks
from deckgen.checks._shared.near import did_you_mean
from deckgen.diagnostics import Diagnostic
from deckgen.model.accepted import Citation, citations, contrast, item_identity
from deckgen.model.bank import Bank
from deckgen.model.item import Item
from deckgen.model.lock import Lock
from deckgen.model.module import Module
from deckgen.model.names import full_name
from deckgen.model.places import Places
from deckgen.model.reviewed import review_stamp
from deckgen.pipeline.check import has_errors
from deckgen.publish import write_whole
from deckgen.sources.bank_yaml import read_bank
from deckgen.sources.lock_text import LOCK_FILE, format_lock, read_lock

_OLD_VALUE_LINGERS: Final = "F508"


class UnknownItem(Exception):
    """An item was named that the bank does not have; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was accepted, a line for each change; or what kept the bank from being read. `findings` are for the user."""

    findings: tuple[Diagnostic, ...]
    changes: tuple[str, ...] = ()
    defects: tuple[Defect, ...] = ()
    is_done: bool = False


def accept(folder: Path, names: Sequence[str], today: date) -> Accepted:
    """Stamp the present values of what the named items rest on, and their text where it was reviewed."""
    reading = read_bank(folder)
    lock, _, lock_faults = read_lock(folder)
    faults = tuple(sorted((*reading.faults, *lock_faults)))
    if reading.bank is None or has_errors(faults):
        return Accepted(faults)
    context = Context(reading.bank, lock, today)
    chosen = [_find(context, name) for name in dict.fromkeys(names)]
    after, changes = lock, []
    for module, item in chosen:
        cited = [one for one in citations(reading.bank, context.index) if one.item is item]
        after, said = _stamped(after, module, item, cited)
        name = full_name(module, item.id)
        changes += [f"{name}: {line}" for line in said] or [f"{name}: nothing to accept"]
    verdict = _lingering(context, {full_name(module, item.id) for module, item in chosen})
    if verdict.defects:
        return Accepted(faults, defects=verdict.defects)
    if after != lock:
        write_whole(folder / LOCK_FILE, format_lock(after))
    return Accepted((*faults, *verdict.found), tuple(changes), is_done=True)


def _find(context: Context, name: str) -> tuple[Module, Item]:
    """Return the live item of a full name, or of an id that only one module has."""
    items = _live_items(context.bank)
    found = [full for full in items if name in (full, full.partition("/")[2])]
    if not found and name in context.index.items:
        found = [full for full, (_, item) in items.items() if item is context.index.items[name]]
    if len(found) > 1:
        raise UnknownItem(f"{name} is an item of several modules; write {' or '.join(sorted(found))}")
    if not found:
        known = [*items, *(full.partition("/")[2] for full in items)] if "/" not in name else list(items)
        raise UnknownItem(f"there is no live item {name}{did_you_mean(name, known)}")
    return items[found[0]]


def _live_items(bank: Bank) -> dict[str, tuple[Module, Item]]:
    return {full_name(module, item.id): (module, item) for module in bank.modules for item in module.live_items}


def _stamped(lock: Lock, module: Module, item: Item, cited: Sequence[Citation]) -> tuple[Lock, list[str]]:
    """Return the lock with the present values of an item, and what that changes in words."""
    said = list(_changes(lock, cited))
    accepted = {**lock.accepted, **{one.key: one.value for one in cited}}
    after = replace(lock, accepted=MappingProxyType(accepted))
    if item.reviewed is None:
        return after, said
    name, stamp = item_identity(module, item), review_stamp(item, item.reviewed)
    if lock.reviews.get(name) != stamp:
        said.append(f"its text, as reviewed on {stamp.on}")
    return replace(after, reviews=MappingProxyType({**lock.reviews, name: stamp})), said


def _changes(lock: Lock, cited: Sequence[Citation]) -> Iterator[str]:
    for one in {one.key: one for one in cited}.values():
        old = lock.accepted.get(one.key)
        if old is None:
            yield f"{one.name}: {contrast(one.value, one.value)[1]}"
        elif old != one.value:
            yield f"{one.name}: {' → '.join(contrast(old, one.value))}"


def _lingering(context: Context, names: set[str]) -> Verdict:
    """Return what the items still say of the old values, for after this nobody will know."""
    verdict = run_checks(context, [rule for rule in rules() if rule.code == _OLD_VALUE_LINGERS])
    places = Places.of(context.bank)
    found = [finding for finding in sorted(verdict.found) if places.at(finding.span) in names]
    return replace(verdict, found=tuple(found))
