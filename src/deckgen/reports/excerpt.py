"""The line that a finding speaks of, with a caret below its column."""

import unicodedata
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from deckgen.reports.one_line import visible

INDENT: Final = "  "
CUT: Final = "…"
SMALLEST: Final = 20
"""The narrowest excerpt; below that a terminal wraps lines anyway."""


def excerpt(line: str, column: int, width: int) -> tuple[str, str]:
    """Return a line and its caret, no wider than a terminal; `column` counts characters from 1.

    The caret stands where a terminal shows the column that writes all scripts from left to right.
    """
    shown = [visible(character) for character in line]
    widths = [_width(text) for text in shown]
    caret = max(0, min(column, len(shown) + 1) - 1)
    start, end = _window(widths, caret, max(width - len(INDENT) - 1, SMALLEST))
    before = CUT if start else ""
    after = CUT if end < len(shown) else ""
    text = f"{INDENT}{before}{''.join(shown[start:end])}{after}"
    return text.rstrip(), " " * (len(INDENT) + len(before) + sum(widths[start:caret])) + "^"


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _window(widths: Sequence[int], caret: int, room: int) -> tuple[int, int]:
    """Return from where to where characters are shown: all of them, or those around the caret that fit."""
    ends = list(accumulate(widths))
    if not ends or ends[-1] <= room:
        return 0, len(widths)
    room -= 2 * len(CUT)
    left = max(0, min((ends[caret - 1] if caret else 0) - room // 2, ends[-1] - room))
    start = next(place for place, end in enumerate(ends) if end - widths[place] >= left and (widths[place] or not left))
    first = ends[start] - widths[start]
    return start, sum(1 for end in ends if end - first <= room)
