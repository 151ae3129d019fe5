"""Prose as its words: without the marks of Markdown and without deletions."""

import re
from typing import Final

_MAY_BE_MARK: Final = re.compile(r"[`*_~\[{\\#>\-+]")
_DELETION: Final = re.compile(r"\{\{c\d+::((?:[^{}]|\{(?!\{)|\}(?!\}))*+)\}\}")
_LINE_MARK: Final = re.compile(r"^ {0,3}(?:(?:```+|~~~+)[^\n`]*$|(?:#{1,6}|>|[-*+])[ \t]+)", re.MULTILINE)
_MARK: Final = re.compile(
    r"(?=[`\\!\[*_~])(?:"  # a look at the next character alone: five times as fast
    r"(?P<ticks>`++)(?P<code>.+?)(?P=ticks)(?!`)"
    r"|\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<words>[^\]\n]{0,300})\]\((?:<[^>\n]{0,500}>|[^)\s]{0,500})(?:\s+\"[^\"\n]*\")?\)"
    r"|\*+(?=\S)|(?<=\S)\*+|(?<!\w)_{1,3}(?=[^\W_])|(?<=[^\W_])_{1,3}(?!\w)|~~)",
    re.DOTALL,
)


def plain(text: str) -> str:
    """Return the words that a reader sees, on one line; what no mark stands in is not looked at twice."""
    if _MAY_BE_MARK.search(text):
        text = _LINE_MARK.sub("", without_deletions(text))
        text = _MARK.sub(_words, text)
    return " ".join(text.split())


def without_deletions(text: str) -> str:
    """Return a text with what its deletions hide in their place."""
    return _DELETION.sub(_deleted, _DELETION.sub(_deleted, text)) if "{{c" in text else text


def _deleted(deletion: re.Match[str]) -> str:
    """Return what a deletion hides, without its hint; a deletion in another one is done first."""
    return deletion[1].partition("::")[0]


def _words(mark: re.Match[str]) -> str:
    return mark["code"] or mark["sign"] or mark["words"] or ""
