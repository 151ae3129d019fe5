"""How a table stands on paper: how wide its columns are, and whether it gets a page, large enough for a wall.

Neither engine knows a page's height while it sets a table, so lines are estimated from letters. An estimate that is off
costs some white space, never a word: what does not fit flows on to the next page and repeats its heads.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import ceil, sqrt
from typing import Final

from deckgen.model.plain import plain
from deckgen.model.table import Column, Table
from deckgen.render.widths import width
from deckgen.writers._print.notes import Notes

_ROOM: Final = 47.0
"""The width of a page's text, in ems of that text."""

_HEIGHT: Final = 66.0
"""The height of a page's text, in the same ems, less some lines for estimates that are off."""

_LETTER: Final = 0.5
"""The width of a letter in ems, on average."""

_WIDE_LETTER: Final = 0.58
"""The same in a word that may be all wide letters."""

_HEAD: Final = 1.15
"""How much wider the bold words of the first column are."""

_PADDING: Final = 1.4
_WORD: Final = 16
"""Of a longer word no column is asked to hold more than this; it breaks."""

_SCALES: Final = (1.4, 1.35, 1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 1.0)
_FULL: Final = 0.75
"""The share of a page that a table has to fill, set as large as fits, to get one for itself."""


@dataclass(frozen=True, slots=True)
class Band:
    """Columns that stand side by side, with the share of the width that each gets, in percent."""

    columns: tuple[Column, ...]
    shares: tuple[float, ...]


@dataclass(frozen=True)
class Chart:
    """A table with its notes, laid out."""

    table: Table
    notes: Notes

    @classmethod
    def of(cls, table: Table) -> "Chart":
        """Lay out a table."""
        cells = (row.cell(column.id) for row in table.live_rows for column in table.columns)
        return cls(table, Notes.of(cell for cell in cells if cell is not None))

    @cached_property
    def bands(self) -> tuple[Band, ...]:
        """The columns, in bands that fit the paper; each begins with the first column, by which rows are known."""
        return self._bands(self.scale)

    @cached_property
    def scale(self) -> float:
        """How much larger than text the table is set: 1, or more where it gets a page."""
        fits = next((scale for scale in _SCALES if self._height(scale) <= _HEIGHT), None)
        if fits is None or self._height(fits) < _FULL * _HEIGHT or len(self._bands(fits)) > 1:
            return 1.0
        return fits

    @property
    def kind(self) -> str:
        """`wall`: gets a page, large; `whole`: stands on one page with other things; `long`: runs over pages."""
        if self._height(1.0) > _HEIGHT:
            return "long"
        return "wall" if self.scale > 1 else "whole"

    @cached_property
    def _texts(self) -> tuple[tuple[str, ...], ...]:
        """The words of each column, its title first."""
        return tuple(tuple(self._column(column)) for column in self.table.columns)

    @cached_property
    def _least(self) -> tuple[float, ...]:
        """What each column needs to break no word, in ems."""
        heads = (_HEAD if place == 0 else 1.0 for place in range(len(self._texts)))
        return tuple(
            _longest(texts) * _WIDE_LETTER * head + _PADDING for texts, head in zip(self._texts, heads, strict=True)
        )

    def _column(self, column: Column) -> Iterable[str]:
        yield column.title
        for row in self.table.live_rows:
            cell = row.cell(column.id)
            yield plain(cell.value) if cell else ""

    def _bands(self, scale: float) -> tuple[Band, ...]:
        room, (first, *rest) = _ROOM / scale, range(len(self._texts))
        bands: list[list[int]] = [[first]]
        for place in rest:
            if len(bands[-1]) > 1 and sum(self._least[one] for one in (*bands[-1], place)) > room:
                bands.append([first])
            bands[-1].append(place)
        return tuple(self._band(band, room) for band in bands)

    def _band(self, places: Sequence[int], room: float) -> Band:
        """Give each column its longest word, and of what is left the more the longer its texts are."""
        left = max(room - sum(self._least[place] for place in places), 0.0)
        wants = [_bulk(self._texts[place]) for place in places]
        widths = [self._least[place] + left * want / sum(wants) for place, want in zip(places, wants, strict=True)]
        ends = [round(100 * sum(widths[:count]) / sum(widths), 1) for count in range(len(widths) + 1)]
        shares = tuple(round(end - start, 1) for start, end in pairwise(ends))
        return Band(tuple(self.table.columns[place] for place in places), shares)

    def _height(self, scale: float) -> float:
        """Estimate the height of the table with its notes, in ems of the page's text."""
        places = {column.id: place for place, column in enumerate(self.table.columns)}
        height = 0.0
        for band in self._bands(scale):
            rooms = [share / 100 * _ROOM / scale - _PADDING for share in band.shares]
            columns = [self._texts[places[column.id]] for column in band.columns]
            lines = sum(max(map(_lines, row, rooms)) for row in zip(*columns, strict=True))
            height += (lines * 1.35 + len(columns[0]) * 1.0 + 3.0) * scale
        return height + sum(ceil((len(note.source or "") + 20) / 60) for note in self.notes) * 0.55 + 2


def _longest(texts: Sequence[str]) -> int:
    """Return how long the longest word is that should not break."""
    return min(max((width(word) for text in texts for word in text.replace("-", "- ").split()), default=1), _WORD)


def _bulk(texts: Sequence[str]) -> float:
    """Return how much room a column wants: long texts count more than many."""
    typical = sqrt(1 + sum(width(text) ** 2 for text in texts) / len(texts))
    return sqrt(typical * sqrt(typical))


def _lines(text: str, room: float) -> int:
    return max(1, ceil(width(text) * _LETTER / max(room, 1.0)))
