"""Rendered HTML as the text of an Anki field, in which Anki finds nothing of its own to act on."""

import re
from typing import Final

from deckgen.render.media import SOUND

_MEANT_FOR_ANKI: Final = re.compile(r"[{}]|\[(?=sound:|anki:|/?latex\]|/?\$)|\\(?=[\[\]()])", re.IGNORECASE)
"""Braces of fields and clozes, the brackets of sound, speech and LaTeX, and the backslash of MathJax."""


def anki_field(html: str) -> str:
    """Return HTML that looks the same and in which nothing is an instruction to Anki."""
    begin, end = SOUND
    if not ("{" in html or "}" in html or "[" in html or "\\" in html or begin in html or end in html):
        return html.strip()  # most texts; to look for one sign after the other is much faster
    return _MEANT_FOR_ANKI.sub(lambda sign: f"&#{ord(sign[0])};", html).replace(begin, "[").replace(end, "]").strip()
