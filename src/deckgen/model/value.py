"""What a fact or a cell says, and when two values say the same.

Only marks that come in pairs are taken for markup: a star between two numbers, a `>` or a `+` may be what is said.
"""

import re
from typing import Final

from deckgen.model.fact import Fact
from deckgen.model.media import media_of
from deckgen.model.plain import without_deletions
from deckgen.model.table import Cell

_BULLET: Final = re.compile(r"^ {0,3}[-*][ \t]+", re.MULTILINE)
_MAY_BE_MARK: Final = re.compile(r"[`*_\[\\]")
_MARKED: Final = re.compile(
    r"(?P<ticks>`++)(?P<code>.+?)(?P=ticks)(?!`)"
    r"|\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|!?\[(?P<link>[^\]\n]{0,300})\]\((?:<[^>\n]{0,500}>|[^)\s]{0,500})(?:\s+\"[^\"\n]*\")?\)"
    r"|(?<![\w*])\*\*(?=\S)(?P<bold>.{1,500}?)(?<=\S)\*\*(?!\*)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<slanted>[^*]{1,500}?)(?<=\S)\*(?![\w*])"
    r"|(?<!\w)__(?=[^\s_])(?P<strong>.{1,500}?)(?<=\S)__(?!\w)"
    r"|(?<!\w)_(?=[^\s_])(?P<stressed>[^_]{1,500}?)(?<=\S)_(?!\w)",
    re.DOTALL,
)


def value_of(cited: Fact | Cell) -> str:
    """Return what a fact or a cell says: on one line, without deletions and without marks in pairs, then its images."""
    text = cited.text if isinstance(cited, Fact) else cited.value
    return " ".join([said_by(text), *(medium.name for medium in media_of(text).values())]).lstrip()


def said_by(text: str) -> str:
    """Return what a text says; a single dash or star before a line may be a sign, several make a list."""
    text = without_deletions(text)
    if len(_BULLET.findall(text)) > 1:
        text = _BULLET.sub("", text)
    return " ".join(_unmarked(text).split())


def is_same(old: str, new: str) -> bool:
    """Tell whether two values differ by nothing but case."""
    return old == new or old.casefold() == new.casefold()


def _unmarked(text: str) -> str:
    return _MARKED.sub(_words, text) if _MAY_BE_MARK.search(text) else text


def _words(marked: re.Match[str]) -> str:
    if marked["code"] or marked["sign"]:
        return marked["code"] or marked["sign"]
    return _unmarked(next(filter(None, marked.group("link", "bold", "slanted", "strong", "stressed")), ""))
