"""Prose as its words: without the marks of Markdown and without deletions."""

import re
from typing import Final

_MARKS: Final = re.compile(r"[`*_~\[{\\#>]")
_LINK: Final = re.compile(r"!?\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_DELETION: Final = re.compile(r"\{\{c\d+::(.*?)(?:::[^}]*)?\}\}", re.DOTALL)
_FENCE: Final = re.compile(r"^ {0,3}(?:```+|~~~+)[^\n]*$", re.MULTILINE)
_LINE_START: Final = re.compile(r"^ {0,3}(?:#{1,6}|>|[-*+])\s+", re.MULTILINE)
_EMPHASIS: Final = re.compile(r"`+|\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|~~")
_ESCAPE: Final = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


def plain(text: str) -> str:
    """Return the words that a reader sees, on one line; what no mark stands in is not looked at twice."""
    if _MARKS.search(text):
        for pattern, replacement in (
            (_DELETION, r"\1"),
            (_LINK, r"\1"),
            (_FENCE, ""),
            (_LINE_START, ""),
            (_EMPHASIS, ""),
            (_ESCAPE, ""),
        ):
            text = pattern.sub(replacement, text)
    return " ".join(text.split())
