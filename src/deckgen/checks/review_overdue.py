"""A fact or cell is looked at again by the day in `review_by`.

Facts age without a change in the bank. The finding tells what would be wrong with it: the items that cite it, three of
them by name, and how many cards show it. `deckgen check --today DATE` shows what will be due then, `deckgen facts`
lists all. The law is arithmetic, so that there was no precision to measure.

Wrong: `review_by: 2026-06-30` after the thirtieth of June 2026.

Right: the source read again, the text mended where it aged, and `review_by` moved.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.dated import Dated, Resting, dated_things

CODE: Final = "F504"
SEVERITY: Final = Severity.WARNING
_NAMED: Final = 3


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find facts and cells whose day has passed."""
    due = [one for one in dated_things(bank, context.index) if one.is_due(context.today)]
    if due:
        resting = Resting.of(bank, context.index)
        for dated in due:
            name = dated.name.partition("/")[2]
            message = (
                f"the review of `{name}` was due {dated.thing.review_by}; {_rests(dated, resting)}; "
                "look again, then move `review_by`"
            )
            yield Diagnostic(dated.thing.origin.of("review_by"), CODE, message)


def _rests(dated: Dated, resting: Resting) -> str:
    """Return, as in "`q3` and 3 cards rest on it", what would be wrong with the fact."""
    items, cards = resting.items_on(dated), resting.cards_on(dated)
    parts = [f"`{item.removeprefix(f'{dated.module.id}/')}`" for item in items[:_NAMED]]
    if len(items) > _NAMED:
        parts.append(_counted(len(items) - _NAMED, "more item"))
    if cards:
        parts.append(_counted(cards, "card"))
    is_one = len(items) + cards == 1
    last = f" and {parts.pop()}" if len(parts) > 1 else ""
    return f"{', '.join(parts) or 'nothing'}{last} {'rests' if is_one or not parts else 'rest'} on it"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
