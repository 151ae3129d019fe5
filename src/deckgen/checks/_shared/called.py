"""Which options of an item its reasons call correct: by their texts or, where the order is fixed, by their letters."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from deckgen.assemble.shuffle import layout_of
from deckgen.checks._shared.item_prose import Part, Text, reasons_of, words_of
from deckgen.checks._shared.letter_names import used_as_names
from deckgen.checks._shared.naming import names_in
from deckgen.checks._shared.sought import seeks_a_belief, seeks_a_degree, seeks_the_wrong
from deckgen.checks._shared.verdicts import has_doubt, is_taken_back, may_judge, verdicts
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Option
from deckgen.model.plain import plain

_FRAME: Final = re.compile(r"^(?:both |only )?(?:(?:the|an?) )?(?:(?:options?|answers?|choices?) )?")
_ARTICLE: Final = re.compile(r"^(?:the|an?) (?=\w\w)")
_AND: Final = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*")
_OPENING: Final = re.compile(r"(?P<letter>[A-H])[).:]\s+(?P<first>(?:[^.!?;—–]|\.(?=\w))+)(?P<next>.*)", re.DOTALL)
_MARK: Final = re.compile(r"(?<!\w)[A-H]\)|(?:^|[.;]\s)[A-H][.:]\s")
_SIDE: Final = re.compile(r"\b(?:left|(?:on|to) the right|angles?|triangles?|turn\w*|politic\w*)\b", re.IGNORECASE)
"""Where a stem speaks of these, `right` is no praise."""

_NAME: Final = re.compile(r"[\"“'`A-Z]")
_AGAINST: Final = re.compile(
    r"\b(?:wrong|incorrect|not|tempting|distractor|fails?|cannot|never)\b|n['’]t\b", re.IGNORECASE
)


class Called(NamedTuple):
    """An option that is called correct, and the text that does so."""

    option: Option
    text: Text


class _Names(NamedTuple):
    """How the options of an item can be named."""

    texts: dict[str, Option]
    letters: dict[str, Option]


def called_correct(item: Choice) -> Iterator[Called]:
    """Yield the options that the reasons of an item call correct."""
    if seeks_a_belief(item.stem):
        return
    names = _Names(_by_text(item), _by_letter(item))
    is_doubtful = seeks_the_wrong(item.stem) or seeks_a_degree(item.stem) or bool(_SIDE.search(item.stem))
    for text in reasons_of(item):
        for verdict in verdicts(text.words) if may_judge(text.words) else ():
            if verdict.is_answer or not is_doubtful:
                said = next((found for one in verdict.said if (found := _meant(one, text, names))), ())
                yield from (Called(option, text) for option in said)
        if text.part is Part.RATIONALE:
            yield from (Called(option, text) for option in _opening(text, names))


def _by_text(item: Choice) -> dict[str, Option]:
    """Return the options by their folded texts without an article; of two that are equal the key."""
    ordered = sorted(item.options, key=lambda option: option.correct)
    return {_ARTICLE.sub("", folded): option for option in ordered if (folded := fold(plain(option.text)))}


def _by_letter(item: Choice) -> dict[str, Option]:
    """Return the options whose letters are always the same and name nothing else, by these letters."""
    layout, names = layout_of(item), names_in(item)
    printed = layout.first + layout.free + layout.last
    free = layout.free_places if len(layout.free) > 1 else ()
    letters = {chr(ord("A") + place): item.options[number] for place, number in enumerate(printed) if place not in free}
    return {letter: option for letter, option in letters.items() if letter not in names and letter <= "H"}


def _meant(said: str, text: Text, names: _Names) -> tuple[Option, ...]:
    """Return the option or the options of these words, if they are nothing else."""
    whole = _option(said, text, names)
    if whole:
        return (whole,)
    parts = [_option(part, text, names) for part in _AND.split(said.strip())]
    return tuple(part for part in parts if part) if all(parts) else ()


def _option(said: str, text: Text, names: _Names) -> Option | None:
    folded = fold(said)
    framed = _FRAME.sub("", folded, count=1)
    by_text = names.texts.get(folded) or names.texts.get(framed)
    letter = framed.strip("()").upper()
    if by_text or letter not in names.letters or not re.search(rf"(?<!\w){letter}(?!\w)", said):
        return by_text
    return None if letter in used_as_names(words_of(text.words)) else names.letters[letter]


def _opening(text: Text, names: _Names) -> Iterator[Option]:
    """Yield the option with which a rationale starts as a key is quoted, as in "B) Gang scheduling"."""
    words = plain(text.words)
    opening = _OPENING.match(words)
    if opening is None or len(_MARK.findall(words)) > 1 or is_taken_back(opening["next"]):
        return
    first = opening["first"]
    quoted = names.texts.get(fold(first))
    meant = names.letters.get(opening["letter"]) if _NAME.match(first) else None
    if quoted or not (_AGAINST.search(first) or has_doubt(first)):
        yield from (option for option in (quoted, meant) if option)
