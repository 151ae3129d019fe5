"""What an item rests on is a fact or a cell of the bank.

When a fact moves, the items that rest on it are shown again to a person; with a misspelt name nobody is told.

Wrong: `facts: [gang-bta, tools.volcano.home-page]`

Right: `facts: [gang-beta, tools.volcano.does]`
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from deckgen.checks._near import did_you_mean_in
from deckgen.checks._reading import may_be_unread
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.names import Index, full_name

CODE: Final = "F501"
SEVERITY: Final = Severity.ERROR
_CURE: Final = "; write a fact's id or `table.row.column`"


def check(bank: Bank, index: Index) -> Iterator[Diagnostic]:
    """Find entries of `facts` that are neither fact nor cell."""
    for module in bank.modules:
        for item in module.items:
            for place, name in enumerate(item.facts):
                full = full_name(module, name)
                if full in index.facts or full in index.cells or may_be_unread(index, full):
                    continue
                cure = did_you_mean_in(module, name, chain(index.facts, index.cells)) or _CURE
                yield Diagnostic(item.origin.of("facts", place), CODE, f"`{name}` is neither fact nor cell{cure}")
