"""Words that name options by letter or by place, what mends them, and whether these options move."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.assemble.shuffle import layout_of
from deckgen.checks._shared.item_prose import Part, Text
from deckgen.model.item import Choice


class Mention(NamedTuple):
    """Words that name options, the places of these in the printed order, from 0, and the text that has the words."""

    words: str
    places: tuple[int, ...]
    text: Text


def cure(mention: Mention) -> str:
    """Return what mends a mention: to name the option by its text, or to leave out a letter that numbers one."""
    if mention.text.part is Part.OPTION and mention.words.endswith(")"):
        return f"leave out `{mention.words}`, for deckgen prints the letters"
    return "name the option by its text"


def moving(mentions: Iterable[Mention], item: Choice) -> Iterator[Mention]:
    """Yield the mentions that name an option whose place another one can take."""
    return (mention for mention, moves in _with_movement(mentions, item) if moves)


def staying(mentions: Iterable[Mention], item: Choice) -> Iterator[Mention]:
    """Yield the mentions that name none but options that stay where they are."""
    return (mention for mention, moves in _with_movement(mentions, item) if not moves)


def _with_movement(mentions: Iterable[Mention], item: Choice) -> list[tuple[Mention, bool]]:
    """Tell of each mention whether another option can stand where one does that is named."""
    found = list(mentions)
    free = layout_of(item).free_places if found else range(0)
    return [(one, len(free) > 1 and any(place in free for place in one.places)) for one in found]
