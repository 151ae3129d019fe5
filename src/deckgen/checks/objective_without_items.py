"""Every objective of a module has a question that serves it.

An objective that nothing asks about is promised and never tested, and no exam can draw on it. Live items count, and
tables that ask something, since each row of them is a card; facts alone are recited and prove no objective, and
retired items ask no longer. A module with no item at all, and no table that asks, is a draft and is left alone, as
is one of which a part could not be read or which names an objective that it does not have. The finding is structural.

Wrong:

    objectives:
      scheduling: |
        Place Pods on nodes

Right:

    items:
      - id: which-node
        objective: scheduling
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.asked import asked_cells
from deckgen.model.bank import Bank
from deckgen.model.module import Module

CODE: Final = "B618"
SEVERITY: Final = Severity.NOTE


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find objectives that no live question serves."""
    for module in bank.modules:
        if not module.head.objectives or not module.is_whole or module.unread:
            continue
        asking = {asked.table.objective for asked in asked_cells(module)}
        if (not module.items and not asking) or _names_strange_objective(module):
            continue
        served = asking | {item.objective for item in module.live_items}
        for objective in module.head.objectives:
            if objective.id not in served:
                message = f"no question serves `{objective.id}`; write one, or remove the objective"
                yield Diagnostic(objective.origin.span, CODE, message)


def _names_strange_objective(module: Module) -> bool:
    """Tell whether something serves an objective that is none; which one is meant is not known."""
    known = {None, *(objective.id for objective in module.head.objectives)}
    return any(thing.objective not in known for thing in (*module.items, *module.tables, *module.facts))
