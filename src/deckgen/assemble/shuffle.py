"""The printed order of an item's options, and which of them stay put.

Options such as "None of these" refer to the others and belong below them; "True, False" is an order that
readers expect. Banks in other languages say the same with `place` and `shuffle`.
"""

import re
from dataclasses import dataclass
from typing import Final

from deckgen.assemble.stream import Stream
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Option, Place

_PAIRS: Final = frozenset({frozenset({"true", "false"}), frozenset({"yes", "no"})})

_OTHERS: Final = r"(?:above|answers?|options?|choices?|statements?|others|preceding|following|mentioned)"
_SUMMARY: Final = re.compile(
    rf"(?:all|any|both|either|neither|none) (?:of )?"
    r"(?:(?:the|these|those) )?(?:(?:above|other|given|listed|preceding|two) )?"
    rf"(?:{_OTHERS}|these|those|them)"
    r"(?: above)?(?: (?:is|are|apply|applies)(?: (?:correct|true|right|wrong|false))?)?"
    r"|both|neither"
    r"|(?:(?:more|less|fewer) than (?:one|two)|one|two|three|some) of (?:the )?(?:above|mentioned|preceding)"
    r"(?: (?:answers|options|choices|statements))?"
)
"""What an option says that sums up the others, folded."""

_LETTERS: Final = re.compile(
    r"(?:both |either |neither |only )?[a-h](?: [a-h])*(?: and | or | nor | & )[a-h](?: only)?"
)
"""What an option says that sums up others by their letters, folded."""

_ONLY_LETTERS: Final = re.compile(
    r"(?:both |either |neither |only )?[a-z]{1,2}(?: [a-z]{1,2})*(?:(?: and | or | nor | & )[a-z]{1,2})?(?: only)?"
)
"""An option that has letters and nothing else, such as blood groups, folded."""

_IN_STEM: Final = re.compile(r"(?<![\w'’.-])(?:[B-H]|(?<=[a-z(,] )A|A(?= (?:and|or)\b|,))(?![\w'’+#-])")
"""A letter that a stem uses as a name; an A before a word is an article."""

_NAMES_OPTIONS: Final = re.compile(r"\b(?:option|answer|choice)s? [A-H]\b", re.IGNORECASE)

_MAY_SUM_UP: Final = re.compile(
    r"\W*(?:all|any|both|either|neither|none|only|(?:more|less|fewer) than|(?:one|two|three|some) of|[a-h]\b)",
    re.IGNORECASE,
)
"""How such an option starts; to fold every option of a bank would take longer than to shuffle them."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The authored indices of the options that stay first, of those that move, of those that stay last."""

    first: tuple[int, ...]
    free: tuple[int, ...]
    last: tuple[int, ...]

    @property
    def free_places(self) -> range:
        """The places, counted from 0, that the moving options take."""
        return range(len(self.first), len(self.first) + len(self.free))

    def order(self, *labels: str) -> tuple[int, ...]:
        """Return the authored indices in printed order; the labels say which of all orders it is."""
        return self.first + tuple(Stream("options", *labels).shuffled(self.free)) + self.last


def printed_order(item: Choice, *labels: str) -> tuple[int, ...]:
    """Return the authored indices of an item's options in printed order."""
    return layout_of(item).order(*labels)


def layout_of(item: Choice) -> Layout:
    """Tell which options of an item move when the rest is shuffled."""
    indices = range(len(item.options))
    if not item.shuffle or _is_pair(item):
        return Layout(tuple(indices), (), ())
    places = [_place(option, item) for option in item.options]
    if not any(places):
        return Layout((), tuple(indices), ())
    first, free, last = (
        tuple(index for index in indices if places[index] is place) for place in (Place.FIRST, None, Place.LAST)
    )
    return Layout(first, free, last)


def _is_pair(item: Choice) -> bool:
    return len(item.options) == 2 and frozenset(fold(option.text) for option in item.options) in _PAIRS


def sums_up(text: str) -> bool:
    """Tell whether an option refers to the other options, as in "None of these"."""
    if not _MAY_SUM_UP.match(text):
        return False
    folded = fold(text)
    return bool(_SUMMARY.fullmatch(folded) or _LETTERS.fullmatch(folded))


def names_letters(text: str) -> bool:
    """Tell whether it does so by their letters, as in "Both A and B"."""
    return bool(_MAY_SUM_UP.match(text) and _LETTERS.fullmatch(fold(text)))


def letters_are_names(item: Choice) -> bool:
    """Tell whether options such as "A and B" name things: the stem has such letters, or all options are but letters."""
    if not any(names_letters(option.text) for option in item.options):
        return False
    if _IN_STEM.search(item.stem) and not _NAMES_OPTIONS.search(item.stem):
        return True
    folded = [fold(option.text) for option in item.options]
    return all(_ONLY_LETTERS.fullmatch(text) or _SUMMARY.fullmatch(text) for text in folded)


def refers_to_others(option: Option, item: Choice) -> bool:
    """Tell whether an option of an item refers to the others; letters that are names do not."""
    return sums_up(option.text) and not (names_letters(option.text) and letters_are_names(item))


def _place(option: Option, item: Choice) -> Place | None:
    return Place.LAST if option.place is None and refers_to_others(option, item) else option.place
