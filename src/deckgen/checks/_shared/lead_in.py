"""The sentences of a stem that ask: its prose without code, lists, tables and quotes, cut at the ends of sentences."""

import re
from typing import Final

from deckgen.checks._shared.code import without_code

_BLOCK_LINE: Final = re.compile(r"^ {0,3}(?:[-*+][ \t]|\d{1,9}[.)][ \t]|[|>]).*$", re.MULTILINE)
_END: Final = re.compile(r"(?<=[.!?…])[\"'”’)\]*_]*\s+(?=[^a-z\s])|\n\s*\n")


def sentences(text: str) -> list[str]:
    """Return the sentences and headings of prose without code, in order."""
    return [one for part in _END.split(text) if (one := part.strip())]


def closing(text: str) -> list[str]:
    """Return the last two sentences of prose without code, whatever list, table or quotation stands below them."""
    return sentences(_BLOCK_LINE.sub("", text))[-2:]


def lead_ins(text: str) -> list[str]:
    """Return the sentences of a stem that can be the one that asks: its last, and its last with a question mark."""
    said = sentences(without_code(text))
    asking = [one for one in said if "?" in one][-1:]
    return said[-1:] + [one for one in asking if one is not said[-1]]
