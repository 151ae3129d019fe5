"""What an item rests on is a fact or a cell of the bank.

When a fact moves, the items that rest on it are shown again to a person; with a misspelt name nobody is told.

Wrong: `facts: [gang-bta, tools.volcano.home-page]`

Right: `facts: [gang-beta, tools.volcano.does]`
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.near import did_you_mean_full, nearest_full_names
from deckgen.checks._shared.reading import may_be_unread
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.bank import Bank
from deckgen.model.module import Module
from deckgen.model.names import Index, full_name

CODE: Final = "F501"
SEVERITY: Final = Severity.ERROR
_CURE: Final = "; write a fact's id or `table.row.column`"


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find entries of `facts` that are neither fact nor cell."""
    index = context.index
    strange = list(_strange(bank, index))
    near = nearest_full_names((full for *_, full in strange), chain(index.facts, index.cells)) if strange else {}
    for module, name, place, full in strange:
        if not may_be_unread(index, full):
            cure = did_you_mean_full(module, name, near) or _CURE
            yield Diagnostic(place, CODE, f"`{name}` is neither fact nor cell{cure}")


def _strange(bank: Bank, index: Index) -> Iterator[tuple[Module, str, Span, str]]:
    for module in bank.modules:
        for item in module.items:
            for place, name in enumerate(item.facts):
                full = full_name(module, name)
                if full not in index.facts and full not in index.cells:
                    yield module, name, item.origin.of("facts", place), full
