"""Something at the end of a text that is HTML already, such as the number of a note."""

import re
from typing import Final

from markupsafe import Markup, escape

_CLOSING: Final = re.compile(r"(?:\s*</(?:p|li|ul|ol|blockquote)>)*\s*\Z")


def ending(html: str, addition: str) -> Markup:
    """Return HTML with an addition behind its last words, within the paragraph or the point of a list that they end."""
    at = _CLOSING.search(html)
    assert at is not None  # the pattern matches nothing as well
    return Markup(html[: at.start()]) + escape(addition) + Markup(html[at.start() :])
