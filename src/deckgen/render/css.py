"""Text and style sheets on their way into a `<style>` element, in which neither ends it nor a string of it."""

import re
from typing import Final

_PLAIN: Final = re.compile(r"[^\w .,:;()·–—+-]")
_END: Final = re.compile(r"</(?=style)", re.IGNORECASE)


def css_string(text: str) -> str:
    """Return a text as a quoted CSS string; whatever could mean something stands in it by its number."""
    return '"' + _PLAIN.sub(lambda sign: f"\\{ord(sign[0]) or 0xFFFD:x} ", text) + '"'


def style_sheet(text: str) -> str:
    """Return a style sheet in which nothing closes the element around it."""
    return _END.sub(r"<\\/", text).rstrip()
