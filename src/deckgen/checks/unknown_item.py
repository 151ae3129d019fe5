"""What is named as an enemy or as a replacement exists.

An enemy that is misspelt is no enemy, and both questions come into one form.

Wrong: `enemies: [gang-trem]`

Right: `enemies: [gang-term]`, or `enemies: [other-module/gang-term]`.
"""

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.near import did_you_mean_full, nearest_full_names
from deckgen.checks._shared.reading import may_be_unread
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.asked import asked_cells
from deckgen.model.bank import Bank
from deckgen.model.item import Retired
from deckgen.model.module import Module
from deckgen.model.names import Index, full_name

CODE: Final = "B613"
SEVERITY: Final = Severity.ERROR
Reference = tuple[Module, str, Span]


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find enemies that are no items, and replacements that are nothing."""
    made = (asked.name for module in bank.modules for asked in asked_cells(module))
    index = context.index
    items = dict.fromkeys(chain(index.items, made))
    yield from _unknown(_enemies(bank), items, index)
    yield from _unknown(_replacements(bank), dict.fromkeys(chain(items, index.facts, index.cells)), index)


def _enemies(bank: Bank) -> Iterator[Reference]:
    for module in bank.modules:
        for item in module.items:
            for place, name in enumerate(item.enemies):
                yield module, name, item.origin.of("enemies", place)


def _replacements(bank: Bank) -> Iterator[Reference]:
    for module in bank.modules:
        for thing in chain(module.items, module.facts):
            yield from _replacement(module, thing.retired)
        for table in module.tables:
            names: set[str | None] = {name for row in table.rows for name in (row.id, *row.was)}
            for row in table.rows:
                if row.retired and row.retired.replaced_by not in names:
                    yield from _replacement(module, row.retired)


def _replacement(module: Module, retired: Retired | None) -> Iterator[Reference]:
    if retired and retired.replaced_by:
        yield module, retired.replaced_by, retired.origin.of("replaced_by")


def _unknown(references: Iterator[Reference], known: Collection[str], index: Index) -> Iterator[Diagnostic]:
    strange = [(*one, full) for one in references if (full := full_name(one[0], one[1])) not in known]
    near = nearest_full_names((full for *_, full in strange), known) if strange else {}
    for module, name, place, full in strange:
        if not may_be_unread(index, full):
            cure = did_you_mean_full(module, name, near) or "; write the id of an item"
            yield Diagnostic(place, CODE, f"`{name}` names no item{cure}")
