"""Prose without the code in it: blocks are left out, and spans become what the reader of the prose needs."""

import re
from collections.abc import Callable
from typing import Final

_MAY_HAVE_CODE: Final = re.compile(r"[`~]|\n(?: {4}|\t)")
_FENCED: Final = re.compile(r"^ {0,3}(```+|~~~+)(?s:.*?)(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE)
_INDENTED: Final = re.compile(r"(?<=\n)[ \t]*\n(?:(?: {4}|\t).*(?:\n|\Z))+")
_SPAN: Final = re.compile(r"(?<!`)(`+)(?!`)(?P<code>.+?)(?<!`)\1(?!`)", re.DOTALL)


def without_code(text: str, instead: str | Callable[[str], str] = "code") -> str:
    """Return prose without its blocks of code, and with a word, or one made of the code, instead of each span."""
    if not _MAY_HAVE_CODE.search(text):
        return text
    prose = _INDENTED.sub("\n\n", _FENCED.sub("\n\n", text))
    return _SPAN.sub(lambda span: instead if isinstance(instead, str) else instead(span["code"]), prose)
