"""A text as its words, whatever the language: without case, punctuation, markup and Unicode form."""

import re
import unicodedata
from typing import Final

_ASCII_SIGNS: Final = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
_SIGNS: Final = re.compile("[\u0080-\u00bf\u060c\u061b\u061f\u0964\u0965\u2000-\u206f\u3000-\u303f]")
_UNSPACED: Final = re.compile("([\u0e00-\u0e7f\u3041-\u30ff\u3400-\u9fff])")
"""Letters of scripts without blanks between words; each counts as a word."""


def words(text: str) -> list[str]:
    """Return the words of a text in order."""
    if not text.isascii():
        folded = unicodedata.normalize("NFKC", text.casefold())
        text = _UNSPACED.sub(r" \1 ", _SIGNS.sub(" ", folded))
    return text.lower().translate(_ASCII_SIGNS).split()
