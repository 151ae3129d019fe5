"""What items rest on: the facts and cells that they cite, and whether these still say what was accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType
from typing import Final

from deckgen.model.asked import oldest
from deckgen.model.bank import Bank
from deckgen.model.fact import Fact
from deckgen.model.item import Item
from deckgen.model.lock import Lock
from deckgen.model.module import Module
from deckgen.model.names import Index, full_name
from deckgen.model.note_names import identity_of
from deckgen.model.reviewed import review_stamp
from deckgen.model.table import Cell, Table
from deckgen.model.value import is_same, value_of

_SHOWN: Final = 60
_BEFORE: Final = 20


@dataclass(frozen=True, slots=True)
class Citation:
    """An item that rests on a fact or a cell: the entry at `place` of its `facts`, under its full name.

    `key` has the oldest names of both, by which the lock remembers them; `value` is what is cited now.
    """

    module: Module
    item: Item
    place: int
    name: str
    cited: Fact | Cell
    key: tuple[str, str]
    value: str


@dataclass(frozen=True, slots=True)
class Suspect:
    """A citation of what has changed since the item was accepted, and the value from then."""

    citation: Citation
    old: str


def citations(bank: Bank, index: Index) -> Iterator[Citation]:
    """Yield what the live items rest on, each thing once for each item; a name that names nothing is left out."""
    identities = _identities(bank)
    known: dict[str, tuple[Fact | Cell, str, str]] = {}
    for module in bank.modules:
        for item in module.live_items:
            identity = identity_of(module, item)
            seen: set[str] = set()
            for place, reference in enumerate(item.facts):
                name = full_name(module, reference)
                if name not in known:
                    found = index.cited(name)
                    if found is None:
                        continue
                    known[name] = found, identities.get(name, name), value_of(found)
                cited, oldest_name, value = known[name]
                if oldest_name not in seen:
                    seen.add(oldest_name)
                    yield Citation(module, item, place, name, cited, (identity, oldest_name), value)


def suspects(bank: Bank, index: Index, lock: Lock) -> Iterator[Suspect]:
    """Yield the citations whose value is another than the one that was accepted; what has none could not be read."""
    if not lock.accepted:
        return
    for citation in citations(bank, index):
        old = lock.accepted.get(citation.key)
        if old is not None and citation.value and not is_same(old, citation.value):
            yield Suspect(citation, old)


def remembered(bank: Bank, index: Index, lock: Lock) -> Lock:
    """Return the lock with the values and reviews that were never stamped, and without those of what is gone.

    Where it has notes it has the `uid` from which they grew.
    """
    accepted = {one.key: lock.accepted.get(one.key, one.value) for one in citations(bank, index)}
    reviews = {}
    for module in bank.modules:
        for item in module.live_items:
            if item.reviewed is not None:
                name = identity_of(module, item)
                old = lock.reviews.get(name)
                is_known = old is not None and old.on == item.reviewed.on
                reviews[name] = old if old is not None and is_known else review_stamp(item, item.reviewed)
    uid = bank.head.uid if lock.stamps else lock.uid
    return replace(lock, accepted=MappingProxyType(accepted), reviews=MappingProxyType(reviews), uid=uid)


def contrast(old: str, new: str) -> tuple[str, str]:
    """Return two values as messages show them: in quotes, long ones cut around their first difference."""
    pairs = zip(old, new, strict=False)
    same = next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))
    return _cut(old, same), _cut(new, same)


def _cut(text: str, place: int) -> str:
    if len(text) <= _SHOWN:
        return f'"{_printable(text)}"'
    start = max(0, min(place - _BEFORE, len(text) - _SHOWN))
    end = start + _SHOWN
    if start:
        start = text.find(" ", start, place) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", place + 1, end), place + _BEFORE) if " " in text[place + 1 : end] else end
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return f'"{before}{_printable(text[start:end].strip())}{after}"'


def _printable(text: str) -> str:
    return "".join(one if one.isprintable() else repr(one)[1:-1] for one in text)


def _identities(bank: Bank) -> dict[str, str]:
    """Map the full names of facts and cells to their oldest ones, where there ever was another."""
    found: dict[str, str] = {}
    for module in bank.modules:
        for fact in module.facts:
            for name in (fact.id, *fact.was) if fact.was else ():
                found.setdefault(full_name(module, name), full_name(module, oldest(fact)))
        for table in module.tables:
            for path, identity in _cell_names(table):
                found.setdefault(full_name(module, path), full_name(module, identity))
    return found


def _cell_names(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the names, old and new, of the cells that had others, each with its oldest."""
    columns = {column.id: column for column in table.columns}
    has_past = bool(table.was) or any(column.was for column in table.columns)
    for row in table.rows:
        for cell in row.cells if has_past or row.was else ():
            column = columns.get(cell.column)
            first = oldest(column) if column else cell.column
            identity = f"{oldest(table)}.{oldest(row)}.{first}"
            past = (cell.column, *(column.was if column else ()))
            for names in product((table.id, *table.was), (row.id, *row.was), past):
                yield ".".join(names), identity
