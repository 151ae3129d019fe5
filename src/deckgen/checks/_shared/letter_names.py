"""Letters that a text uses as names of things, as in "node B", "written in C" and "triangle ABC"."""

import re
from typing import Final

_ARTICLE: Final = re.compile(r"A\s+(?!(?:and|or|is|are|was|has|had|can)\b)[\w“\"…]")
_RUN: Final = re.compile(r"(?<![\w-])(?!(?:DB|CD|AC|DC|AD|DBA|BCE|FAB|ACE)\b)[A-H]{2,4}(?![\w-])")
_LONE: Final = re.compile(r"(?:(?<![\w…])(?P<before>[\w…]+)\s+)?(?<!\w)(?P<letter>[A-H])(?![\w’'])")
_NO_NAMES: Final = frozenset(
    re.findall(
        r"\w+",
        "and or nor both only option options answer answers choice choices alternative alternatives neither either so "
        "but while whereas that because since also then thus hence therefore why makes making unlike like is are not "
        "out leaves leaving eliminates eliminating excludes excluding distractor distractors choose chose picks pick "
        "select see",
    )
)


def used_as_names(text: str) -> frozenset[str]:
    """Return the letters that a text uses as names of things, as in "node B"."""
    return frozenset(
        lone["letter"] for lone in _LONE.finditer(text) if lone["before"] and lone["before"].casefold() not in _NO_NAMES
    )


def lone_letters(text: str) -> frozenset[str]:
    """Return the letters that stand alone in a text and are no article."""
    return frozenset(
        lone["letter"]
        for lone in _LONE.finditer(text)
        if lone["before"] or not _ARTICLE.match(text, lone.start("letter"))
    )


def spelt_out(text: str) -> frozenset[str]:
    """Return the letters of names such as "triangle ABC"."""
    return frozenset(letter for run in _RUN.findall(text) for letter in run)
