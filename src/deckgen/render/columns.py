"""How many options fit side by side on paper."""

from collections.abc import Sequence
from typing import Final

from deckgen.model.item import Option
from deckgen.model.media import Pictured
from deckgen.model.plain import plain
from deckgen.render.widths import width

_FITS: Final = ((4, 12), (2, 34))
"""Columns, and the letters that fit into one of them."""

_ENDLESS: Final = 999


def columns(options: Sequence[Option]) -> int:
    """Return 4, 2 or 1: as many columns as the longest option allows, and as there are options to fill."""
    for count, fits in _FITS:
        if len(options) >= count and all(_width_of_text(option.text) <= fits for option in options):
            return count
    return 1


def _width_of_text(text: str) -> int:
    """Return the letters that are seen, not those of the marks; a code span has a margin on either side."""
    if isinstance(text, Pictured):
        return _FITS[-1][1]
    text = text.strip()
    return _ENDLESS if "\n" in text else width(plain(text)) + text.count("`") // 2
