"""A question fits on a page, for it is never split over two of them as long as it fits on one.

What is taller is broken after all, and leaves the rest of the page before it empty. The estimate counts lines: 45 of
text fit on a page, and a line to write on takes the room of one and a half.

Wrong: a log of ninety lines in a stem.

Right: the ten lines of it that the question is about.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Item
from deckgen.render.columns import columns
from deckgen.render.room import writing_lines
from deckgen.render.widths import width

CODE: Final = "W808"
SEVERITY: Final = Severity.WARNING
_FITS: Final = 45
_LINE: Final = 88
"""The letters of a line."""

_HANDWRITTEN: Final = 1.6


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find questions that are taller than a page."""
    for module in bank.modules:
        for item in module.live_items:
            if _may_be_tall(item) and (lines := _lines(item)) > _FITS:
                why = f"`{item.id}` takes some {lines} lines, and {_FITS} fit on a page, so that it is split over two"
                yield Diagnostic(item.origin.span, CODE, f"{why}; shorten it")


def _may_be_tall(item: Item) -> bool:
    """Tell what can be told at once."""
    if isinstance(item, Choice):
        texts = sum(len(one.text) for one in item.options) + len(item.stem)
        return texts > 1500 or len(item.options) > 12 or item.stem.count("\n") > 12
    return len(item.stem) + len(item.model) > 600


def _lines(item: Item) -> int:
    lines = float(_of_text(item.stem))
    if isinstance(item, Choice):
        lines += sum(_of_text(one.text) for one in item.options) / columns(item.options)
    else:
        lines += writing_lines(item.model) * _HANDWRITTEN
    return round(lines)


def _of_text(text: str) -> int:
    """Return the lines of a text, as if each of its lines began a new one; that is so for code and for lists."""
    paragraphs = text.strip().split("\n\n")
    return sum(_of_paragraph(one) for one in paragraphs) + (len(paragraphs) - 1) // 2


def _of_paragraph(text: str) -> int:
    lines = text.split("\n")
    if all(line[:1].isalpha() for line in lines):
        return -(-sum(width(line) + 1 for line in lines) // _LINE)
    return sum(max(1, -(-width(line) // _LINE)) for line in lines)
