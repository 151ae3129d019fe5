"""Text and style sheets on their way into a `<style>` element, in which neither ends it nor a string of it."""

import re
from typing import Final

_PLAIN: Final = re.compile(r"[^\w .,:;()·–—+-]")
_PART: Final = re.compile(r"\\.|url\([^\"')\\]*\)|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|[{}]", re.DOTALL)
_END: Final = re.compile(r"</(?=style)", re.IGNORECASE)


def css_string(text: str) -> str:
    """Return a text as a quoted CSS string; whatever could mean something stands in it by its number."""
    return '"' + _PLAIN.sub(lambda sign: f"\\{ord(sign[0]) or 0xFFFD:x} ", text) + '"'


def style_sheet(text: str) -> str:
    """Return a style sheet in which nothing closes the element around it."""
    return _END.sub(r"<\\/", text).rstrip()


def unbalanced(text: str) -> tuple[int, str] | None:
    """Return line and fault where a style sheet's braces do not match: what follows it would be lost with it."""
    open_at: list[int] = []
    for part in _PART.finditer(text):
        if part[0] == "{":
            open_at.append(part.start())
        elif part[0] == "}" and not open_at:
            return _line(text, part.start()), "this `}` closes nothing"
        elif part[0] == "}":
            open_at.pop()
    return (_line(text, open_at[-1]), "this `{` is not closed") if open_at else None


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
