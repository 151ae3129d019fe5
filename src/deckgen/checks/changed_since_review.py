"""An item still reads as it did when it was reviewed.

The lock keeps, for the day in `reviewed`, a hash of what the reviewer read: stem, options, marks, reasons, rationale,
model answer. No clock is asked, so that a later edit is known even on the same day. Line breaks do not count, nor does
the order of options that are shuffled. The law is an equality, so that there was no precision to measure.

Wrong: to move the mark of the key, and to leave `on: 2026-11-23` as it is.

Right: a second look, and its day in `on`; on the same day `deckgen accept --reviewed` with the item's name.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Item
from deckgen.model.names import full_name
from deckgen.model.note_names import identity_of
from deckgen.model.reviewed import review_hash

CODE: Final = "B607"
SEVERITY: Final = Severity.WARNING


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find live items whose text is not the one that was reviewed."""
    reviews = context.lock.reviews
    for module in bank.modules if reviews else ():
        for item in module.live_items:
            stamp = reviews.get(identity_of(module, item)) if item.reviewed else None
            if stamp is None or item.reviewed is None or stamp.on != item.reviewed.on:
                continue
            if stamp.hash != review_hash(item) and _is_entire(item):
                message = (
                    f"`{item.id}` has changed since its review of {stamp.on}; have it read again and move `on`, "
                    f"or, for the same day, run `deckgen accept --reviewed {full_name(module, item.id)}`"
                )
                yield Diagnostic(item.origin.of("reviewed"), CODE, message)


def _is_entire(item: Item) -> bool:
    """Tell whether all that a reviewer reads was read here too."""
    if not item.stem or (not item.rationale and "rationale" in item.origin.marks):
        return False
    if not isinstance(item, Choice):
        return bool(item.model)
    return has_entire_options(item) and all(
        (option.why or "why" not in option.origin.marks) and (option.place or "place" not in option.origin.marks)
        for option in item.options
    )
