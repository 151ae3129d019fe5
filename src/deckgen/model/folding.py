"""When two texts say the same: equality after folding."""

import re
import unicodedata

_MARKUP = re.compile(r"`|\*\*|__|(?<!\w)[*_](?=\w)|(?<=\w)[*_](?!\w)|(?<!\w)~~|~~(?!\w)")
_QUOTES = re.compile("[\"'“”‘’„«»\u2039\u203a]")
_STOPS = re.compile(r"[.,;:!?…]+(?=\s|$)")
_DASHES = re.compile(r"(?<=[^\W\d])[-\u2010\u2011](?=[^\W\d])|\s[-–—]+\s")


def fold(text: str) -> str:
    """Return the text without case, white space, punctuation, markup and Unicode form (NFKC).

    Signs that carry meaning stay: `C` is not `C++`, `1.1` not `11`, `-5` not `5`.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    for pattern, replacement in ((_MARKUP, ""), (_QUOTES, ""), (_STOPS, ""), (_DASHES, " ")):
        plain = pattern.sub(replacement, plain)
    return " ".join(plain.split())
