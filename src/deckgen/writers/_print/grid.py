"""The keys of all forms as tables that fit a page: a line for each number, a column for each form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from deckgen.model.form import Form

_FORMS: Final = 16
"""The most forms that stand side by side, and do so where no key has more than two letters."""

_FOLDED: Final = 6
"""The most columns of keys where numbers are folded into blocks, which fit where no key has more than four letters."""

_SHORT: Final = 20
"""So many lines are not worth a second block beside the first."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The keys of some forms: the numbers of the tables that stand side by side, and how wide a column is."""

    forms: tuple[Form, ...]
    blocks: tuple[range, ...]
    ems: float

    @property
    def rows(self) -> int:
        """The lines of the longest table."""
        return max((len(block) for block in self.blocks), default=0)


def grids(forms: Sequence[Form]) -> tuple[Grid, ...]:
    """Return the keys of as many forms as a page is wide for; of few forms the numbers are folded into blocks."""
    size = max((len(form.questions) for form in forms), default=0)
    ems = _ems(max((len(one.key) for form in forms for one in form.questions), default=1))
    at_once = max(1, min(_FORMS, int(_FORMS * _ems(2) / ems)))
    chunks = (tuple(forms[start : start + at_once]) for start in range(0, len(forms), at_once))
    return tuple(Grid(some, _blocks(size, len(some), ems), ems) for some in chunks)


def _ems(letters: int) -> float:
    """Return how wide a column is: its room at both sides, the points of a question, and a key of so many letters."""
    return 1.8 + 1.05 * letters


def _blocks(size: int, forms: int, ems: float) -> tuple[range, ...]:
    """Return the numbers of each block, in whole groups of five, of as many blocks as a page is wide for."""
    columns = min(_FOLDED, int(_FOLDED * _ems(4) / ems))
    count = 1 if size <= _SHORT else max(1, min(3, columns // forms))
    rows = -(-size // count // 5) * 5 if count > 1 else size
    return tuple(range(start, min(start + rows, size + 1)) for start in range(1, size + 1, max(rows, 1)))
