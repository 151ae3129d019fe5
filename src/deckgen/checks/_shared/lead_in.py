"""The sentences of a stem that ask: its prose without code, lists, tables and quotes, cut at the ends of sentences."""

import re
from typing import Final

_MAY_HAVE_CODE: Final = re.compile(r"[`~]|\n(?: {4}|\t)")
_FENCED: Final = re.compile(r"^ {0,3}(```+|~~~+)(?s:.*?)(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE)
_INDENTED: Final = re.compile(r"(?<=\n)[ \t]*\n(?:(?: {4}|\t).*(?:\n|\Z))+")
_SPAN: Final = re.compile(r"(?<!`)(`+)(?!`)[^`]+\1(?!`)")
_BLOCK_LINE: Final = re.compile(r"^ {0,3}(?:[-*+][ \t]|\d{1,9}[.)][ \t]|[|>]).*$", re.MULTILINE)
_END: Final = re.compile(r"(?<=[.!?…])[\"'”’)\]*_]*\s+(?=[^a-z\s])|\n\s*\n")


def without_code(text: str) -> str:
    """Return prose without its blocks of code, and each code span as the word `code`."""
    if not _MAY_HAVE_CODE.search(text):
        return text
    return _SPAN.sub("code", _INDENTED.sub("\n\n", _FENCED.sub("\n\n", text)))


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
