"""What an item made from a table says beside its cells; where the bank is not in English, only its author's words."""

import re
from typing import Final

from deckgen.model.asked import Asked
from deckgen.model.media import pictured
from deckgen.model.schema import Prose
from deckgen.model.table import Column, Row

_MARKUP: Final = re.compile(r"[\\`*_\[\]<>&~|$]")
_BLANK: Final = r"\_\_\_"


def as_markdown(line: str) -> str:
    """Return plain text as Markdown that shows it."""
    return _MARKUP.sub(r"\\\g<0>", line)


def stem_of(asked: Asked, in_english: bool) -> Prose:
    """Return the question: a cell under its column's title, and the title of the column that is asked for."""
    told = as_markdown(asked.told_column.title.rstrip(" .:?!"))
    question = f"Which of these belongs to it under *{told}*?" if in_english else f"**{told}:** {_BLANK}"
    stem = f"{_titled(asked.given_column, asked.given.value.strip())}\n\n{question}"
    return Prose(pictured(stem, asked.given.value))


def belongs_to(row: Row, given: Column, in_english: bool) -> Prose:
    """Return why a cell of another row is wrong: to what it belongs; nothing where that takes several lines."""
    cell = row.cell(given.id)
    value = cell.value.strip() if cell is not None else ""
    if cell is None or not value or "\n" in value:
        return Prose("")
    why = f"It belongs to “{value}”." if in_english else _titled(given, value)
    return Prose(pictured(why, cell.value))


def stands_under(column: Column, in_english: bool) -> Prose:
    """Return why another cell of the same row is wrong: its column."""
    title = as_markdown(column.title)
    return Prose(f"It stands under *{title}*." if in_english else f"**{title}**")


def _titled(column: Column, value: str) -> str:
    # a value of several lines may be a list or code, which begins a block of its own
    gap = "\n\n" if "\n" in value else " "
    return f"**{as_markdown(column.title.rstrip(' :'))}:**{gap}{value}"
