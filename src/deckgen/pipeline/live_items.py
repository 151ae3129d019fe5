"""Which live item a user means by a name, or what else it is that has the name."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from deckgen.checks import did_you_mean
from deckgen.model.bank import Bank
from deckgen.model.item import Item
from deckgen.model.module import Module
from deckgen.model.names import Index, full_name


class UnknownItem(Exception):
    """An item was named that the bank does not have; the message is for the user."""


@dataclass(frozen=True, slots=True)
class LiveItems:
    """The live items of a bank by full name, and the full names that an id alone may mean."""

    bank: Bank
    index: Index
    items: Mapping[str, tuple[Module, Item]]
    meant: Mapping[str, list[str]]

    @classmethod
    def of(cls, bank: Bank, index: Index) -> "LiveItems":
        """Collect the live items of a bank."""
        items = {full_name(module, item.id): (module, item) for module in bank.modules for item in module.live_items}
        meant: defaultdict[str, list[str]] = defaultdict(list)
        for full in items:
            meant[full.partition("/")[2]].append(full)
        return cls(bank, index, items, meant)

    def named(self, name: str) -> tuple[Module, Item]:
        """Return the item of a full name, also an earlier one, or of an id that only one module has."""
        found = [name] if name in self.items else self.meant.get(name, [])
        if not found and name in self.index.items:
            found = [full for full, (_, item) in self.items.items() if item is self.index.items[name]]
        if len(found) > 1:
            raise UnknownItem(f"{name} is an item of several modules; write {' or '.join(sorted(found))}")
        if not found:
            known = self.items if "/" in name else [*self.items, *self.meant]
            raise UnknownItem(self._what_is(name) or f"there is no live item {name}{did_you_mean(name, known)}")
        return self.items[found[0]]

    def _what_is(self, name: str) -> str | None:
        """Tell what has a name that no live item has."""
        if not name:
            return "the name of an item is empty; write it as in module/item"
        names = [name] if "/" in name else [f"{module.id}/{name}" for module in self.bank.modules]
        items = [id(self.index.items[full]) for full in names if full in self.index.items]
        live = [full for full, (_, item) in self.items.items() if id(item) in items]
        if live:
            return f"{name} is an earlier id; write {' or '.join(sorted(live))}"
        if items:
            return f"{name} is retired; nothing is to be accepted of it"
        for known, kind in ((self.index.facts, "fact"), (self.index.cells, "cell")):
            if not known.keys().isdisjoint(names):
                return f"{name} is a {kind}; name the items that rest on it"
        return None
