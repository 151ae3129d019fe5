"""Whether two options are one to a learner: what each shows, and what a careless hand may change in it."""

import re
from collections import Counter
from typing import Final
from unicodedata import normalize

from deckgen.checks._shared.code import without_code
from deckgen.model.folding import fold
from deckgen.model.item import Choice

_WRAPPED: Final = re.compile(r"(?P<mark>\*{1,2}|`)(?P<words>[^*`\s](?:[^*`]*[^*`\s])?)(?P=mark)(?P<stop>\.?)")
_CODE: Final = re.compile(r"[`\"'(){}\[\]=;<>|\\#$^&@~/+%\d]|\w_|_\w|^[-*]")
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_PAIR: Final = 2


def shown(text: str) -> str:
    """Return what a reader sees: no white space at the ends, no emphasis around it, Unicode in its usual form."""
    text = text.strip() if text.isascii() else normalize("NFC", text).translate(_WIDE).strip()
    wrapped = _WRAPPED.fullmatch(text)
    return wrapped["words"] + wrapped["stop"] if wrapped else text


def forgiving(item: Choice) -> bool:
    """Tell whether the first letter's case and a last full stop can be slips.

    They are the answer in code, in output, and where several options differ in nothing but such signs.
    """
    if without_code(item.stem) != item.stem or any(_CODE.search(shown(option.text)) for option in item.options):
        return False
    return max(Counter(fold(option.text) for option in item.options).values(), default=0) <= _PAIR


def forgiven(text: str) -> str:
    """Return a text of several words without a last full stop, its first letter small."""
    if " " not in text or "\n" in text:
        return text
    words = " ".join(text.split())
    return words[0].lower() + words[1:].removesuffix(".")
