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

_OTHERS: Final = r"(?:above|answers?|options?|choices?|statements?|others|preceding|following)"
_SUMMARY: Final = re.compile(
    rf"(?:all|any|both|either|neither|none) (?:of )?"
    r"(?:(?:the|these|those) )?(?:(?:above|other|given|listed|preceding|two) )?"
    rf"(?:{_OTHERS}|these|those|them)"
    r"(?: above)?(?: (?:is|are|apply|applies)(?: (?:correct|true|right|wrong|false))?)?"
    r"|both|neither"
)
"""What an option says that sums up the others, folded."""

_LETTERS: Final = re.compile(
    r"(?:both |either |neither |only )?[a-h](?: [a-h])*(?: and | or | nor | & )[a-h](?: only)?"
)
"""What an option says that sums up others by their letters, folded."""

_MAY_SUM_UP: Final = re.compile(r"\W*(?:all|any|both|either|neither|none|only|[a-h]\b)", re.IGNORECASE)
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


def printed_order(item: Choice, *labels: str) -> tuple[int, ...]:
    """Return the authored indices in printed order; the labels say which of all orders it is."""
    layout = layout_of(item)
    return layout.first + tuple(Stream("options", *labels).shuffled(layout.free)) + layout.last


def layout_of(item: Choice) -> Layout:
    """Tell which options of an item move when the rest is shuffled."""
    indices = range(len(item.options))
    if not item.shuffle or _is_pair(item):
        return Layout(tuple(indices), (), ())
    places = [_place(option) for option in item.options]
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


def _place(option: Option) -> Place | None:
    return Place.LAST if option.place is None and sums_up(option.text) else option.place
