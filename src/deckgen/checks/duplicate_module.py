"""A module's id names one module.

Full names are `module/name`; with two modules of one id, items would be mistaken for each other.

Wrong: `id: networking` in the heads of two folders.

Right: `id: networking` and `id: network-policies`.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.bank import Bank

CODE: Final = "B611"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find modules with the id of an earlier one."""
    first: dict[str, Span] = {}
    for module in bank.modules:
        place = module.head.origin.of("id")
        if module.id in first:
            message = f"the module id `{module.id}` is taken, at {first[module.id]}; choose another"
            yield Diagnostic(place, CODE, message)
        first.setdefault(module.id, place)
