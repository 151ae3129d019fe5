"""An objective that is served is one of the module's.

A blueprint draws by objectives, and what serves a misspelt one is never drawn.

Wrong: `objective: schedulling`

Right: `objective: scheduling`, with `scheduling:` under the module's `objectives:`.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.near import did_you_mean
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.module import Module
from deckgen.model.names import full_name

CODE: Final = "B612"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find objectives of items, tables and facts that their module does not have."""
    for module in bank.modules:
        known = {objective.id: objective for objective in module.head.objectives}
        for thing in chain(module.items, module.tables, module.facts):
            name = thing.objective
            if name is None or name in known or context.index.may_be_unread(full_name(module, name)):
                continue
            cure = did_you_mean(name, known) or _cure(module)
            message = f"`{module.id}` has no objective `{name}`{cure}"
            yield Diagnostic(thing.origin.of("objective"), CODE, message)


def _cure(module: Module) -> str:
    names = ", ".join(f"`{objective.id}`" for objective in module.head.objectives)
    return f"; it has {names}" if names else "; write it under the module's `objectives`"
