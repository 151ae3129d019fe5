"""List the facts and cells that can age, by the day on which they are to be looked at again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from deckgen.diagnostics import Diagnostic
from deckgen.model.bank import Bank
from deckgen.model.dated import Dated, Resting, dated_things
from deckgen.model.names import Index
from deckgen.sources.bank_yaml import read_bank

_WIDEST: Final = 60
"""A column that is wider here and there does not push the others out."""

_NAMED: Final = 5
"""Of more items than this the rest is counted."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line for each dated fact and cell, and what could not be read."""

    lines: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def list_facts(folder: Path, today: date) -> Listed:
    """List what can age, the soonest review first; what has no day of review comes last."""
    reading = read_bank(folder)
    lines = _aligned(list(_rows(reading.bank, today))) if reading.bank else []
    return Listed(tuple(lines), tuple(sorted(reading.faults)))


def _rows(bank: Bank, today: date) -> Iterator[tuple[str, ...]]:
    index = Index.of(bank)
    resting = Resting.of(bank, index)
    for dated in sorted(dated_things(bank, index), key=lambda one: (one.thing.review_by or date.max, one.name)):
        when = str(dated.thing.review_by or "no review")
        yield (
            when,
            "overdue" if dated.is_due(today) else "",
            dated.name,
            _rests(dated, resting),
            dated.thing.source or "no source",
        )


def _rests(dated: Dated, resting: Resting) -> str:
    cards = resting.cards_on(dated)
    counted = [f"{cards} card{'' if cards == 1 else 's'}"] if cards else []
    items = resting.items_on(dated)
    named = ", ".join(items[:_NAMED])
    more = f" and {len(items) - _NAMED} more" if len(items) > _NAMED else ""
    return ", ".join(filter(None, [named + more, *counted])) or "nothing"


def _aligned(rows: list[tuple[str, ...]]) -> list[str]:
    """Return rows as lines whose columns stand below each other; a column that is empty all the way is left out."""
    widths = [min(max(map(len, column)), _WIDEST) for column in zip(*rows, strict=True)]
    return [
        "  ".join(f"{text:{width}}" for text, width in zip(row, widths, strict=True) if width).rstrip() for row in rows
    ]
