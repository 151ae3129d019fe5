"""In a bank of some size a second person has read every item.

No rule finds a key that is wrong in substance, a distractor that is right too, or a stem that two readers take in two
ways: of seven items of a published quiz whose keys were read again one was wrong and one open to dispute, and no rule
had spoken of either. One finding tells how many items nobody has read; a bank of fewer than ten items has none.

Wrong: items without `reviewed`.

Right: `reviewed` with `by` and `on` in each.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.names import full_name

CODE: Final = "B606"
SEVERITY: Final = Severity.NOTE
_FEWEST: Final = 10
_NAMED: Final = 3


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Count the live items that nobody has reviewed."""
    items = [(module, item) for module in bank.modules for item in module.live_items]
    names = [
        full_name(module, item.id)
        for module, item in items
        if item.reviewed is None and "reviewed" not in item.origin.marks
    ]
    if not names or len(items) < _FEWEST:
        return
    named = ", ".join(f"`{name}`" for name in sorted(names)[:_NAMED])
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    message = f"nobody has reviewed {len(names)} of {len(items)} items: {named}{more}; read them and add `reviewed`"
    yield Diagnostic(bank.head.origin.span, CODE, message)
