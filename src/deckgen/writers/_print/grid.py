"""The keys of all forms as tables that fit a page: a line for each number, a column for each form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from deckgen.model.form import Form

_FORMS: Final = 16
"""The forms that stand side by side."""

_FOLDED: Final = 6
"""The columns of keys that may stand side by side where numbers are folded into blocks."""

_SHORT: Final = 20
"""So many lines are not worth a second block beside the first."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The keys of some forms; `blocks` are the numbers of the tables that stand side by side."""

    forms: tuple[Form, ...]
    blocks: tuple[range, ...]

    @property
    def rows(self) -> int:
        """The lines of the longest table."""
        return max((len(block) for block in self.blocks), default=0)


def grids(forms: Sequence[Form]) -> tuple[Grid, ...]:
    """Return the keys sixteen forms at a time; of few forms the numbers are folded into blocks."""
    size = max((len(form.questions) for form in forms), default=0)
    return tuple(Grid(some, _blocks(size, len(some))) for some in _chunks(forms))


def _chunks(forms: Sequence[Form]) -> tuple[tuple[Form, ...], ...]:
    return tuple(tuple(forms[start : start + _FORMS]) for start in range(0, len(forms), _FORMS))


def _blocks(size: int, forms: int) -> tuple[range, ...]:
    """Return the numbers of each block, in whole groups of five."""
    count = 1 if size <= _SHORT else max(1, min(3, _FOLDED // forms))
    rows = -(-size // count // 5) * 5 if count > 1 else size
    return tuple(range(start, min(start + rows, size + 1)) for start in range(1, size + 1, max(rows, 1)))
