"""The texts of a choice item, each with its place, and how they read without code."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple

from deckgen.checks._shared.code import without_code
from deckgen.diagnostics import Span
from deckgen.model.item import Choice
from deckgen.model.plain import plain

_MATHS: Final = re.compile(r"\$\$.*?\$\$|\$(?=\S)[^$\n]*(?<=\S)\$(?!\d)", re.DOTALL)
_PARAGRAPH: Final = re.compile(r"\n\s*\n|\n\s*(?:[-*+]|\d{1,2}[.)])\s+")


class Part(Enum):
    """Which text of an item it is."""

    STEM = auto()
    OPTION = auto()
    RATIONALE = auto()
    WHY = auto()


class Text(NamedTuple):
    """A text of an item, the part that it is, its place, and the option's number where it belongs to one."""

    words: str
    part: Part
    span: Span
    option: int = -1


def whole_of(item: Choice) -> str:
    """Return all that a learner reads of an item as one text, for a first look."""
    options = item.options
    return "\n".join([item.stem, item.rationale, *[one.text for one in options], *[one.why for one in options]])


def texts_of(item: Choice) -> Iterator[Text]:
    """Yield all that a learner reads of an item."""
    yield Text(item.stem, Part.STEM, item.origin.of("stem"))
    for number, option in enumerate(item.options):
        yield Text(option.text, Part.OPTION, option.origin.of("text"), number)
    yield from reasons_of(item)


def reasons_of(item: Choice) -> Iterator[Text]:
    """Yield what an item says of its options: the rationale and each `why`."""
    if item.rationale:
        yield Text(item.rationale, Part.RATIONALE, item.origin.of("rationale"))
    for number, option in enumerate(item.options):
        if option.why:
            yield Text(option.why, Part.WHY, option.origin.of("why"), number)


def paragraphs(text: str) -> list[str]:
    """Return the words of each paragraph and each entry of a list."""
    return [plain(part) for part in _PARAGRAPH.split("\n" + text)]


def words_of(text: str) -> str:
    """Return the words of a text on one line; code and formulas are `…` there, and one letter in code is in quotes."""
    text = without_code(text, _letter_or_nothing)
    return plain(_MATHS.sub(" … ", text) if "$" in text else text)


def _letter_or_nothing(code: str) -> str:
    return f"“{code}”" if len(code) == 1 and code.isalpha() else " … "
