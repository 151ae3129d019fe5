"""How many options fit side by side on paper."""

from collections.abc import Sequence
from typing import Final
from unicodedata import east_asian_width

from deckgen.model.item import Option
from deckgen.model.media import Pictured

_WIDTHS: Final = ((4, 12), (2, 34))
"""Columns, and the letters that fit into one of them."""


def columns(options: Sequence[Option]) -> int:
    """Return 4, 2 or 1: as many columns as the longest option allows, and as there are options to fill."""
    widest = max((_width(option.text) for option in options), default=0)
    return next((count for count, fits in _WIDTHS if widest <= fits and len(options) >= count), 1)


def _width(text: str) -> int:
    if "\n" in text:
        return 999
    if isinstance(text, Pictured):
        return _WIDTHS[-1][1]
    return len(text) if text.isascii() else sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
