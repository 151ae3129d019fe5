"""Answer sheets: where on the paper each mark stands, in millimetres, always at the same pitch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from deckgen.model.edition import PaperSize
from deckgen.model.form import Form, Question, letter

_BLOCK: Final = 15
"""A block has no more lines, so that bent paper can still be read."""

_SHORT_BLOCK: Final = 10
_IN_LINE: Final = 8
"""The marks in a line; a question with more options takes several."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """The measures of a sheet: the room inside the margins, the head, and what a mark and a line take."""

    width: float
    height: float
    head: float = 59
    line: float = 5.6
    mark: float = 5.6
    number: float = 8
    gap: float = 6
    scale: float = 1

    def larger(self, scale: float) -> "Ruler":
        """Return a ruler whose marks and lines are larger by this factor."""
        line, mark, number = self.line * scale, self.mark * scale, self.number * scale + 2
        return Ruler(self.width, self.height, self.head + 33, line, mark, number, self.gap, scale)


RULERS: Final = {PaperSize.A4: Ruler(174, 259), PaperSize.LETTER: Ruler(179.9, 243)}
"""The room on each paper, as `theme/a4.css` and `theme/letter.css` leave it."""

LARGE: Final = 1.6
RADIUS: Final = 2.1
_LETTER: Final = 2.7
"""The size of the letter in a mark."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a sheet: the number where a question begins, and its marks as letters, with the middle of each.

    An open question has none.
    """

    x: float
    y: float
    number: int | None
    is_several: bool
    is_open: bool
    letters: tuple[str, ...]
    middles: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of a form's answer sheet."""

    form: Form
    place: int
    count: int
    lines: tuple[Line, ...]
    scale: float

    @property
    def marks(self) -> str:
        """All marks as the data of one SVG path, round and square, which is drawn a hundred times faster than each."""
        return "".join(
            f"M{middle:g} {line.y:g}{_SQUARE[self.scale] if line.is_several else _ROUND[self.scale]}"
            for line in self.lines
            for middle in line.middles
        )

    def places(self, line: Line) -> str:
        """Return where each letter of a line begins; letters of the font for code are .6 of its size wide."""
        return " ".join(f"{middle - _LETTER * self.scale * 0.3:.2f}" for middle in line.middles)


def _round_mark(radius: float) -> str:
    return f"m{-radius:g} 0a{radius:g} {radius:g} 0 1 0 {2 * radius:g} 0a{radius:g} {radius:g} 0 1 0 {-2 * radius:g} 0"


def _square_mark(radius: float) -> str:
    return f"m{-radius:g} {-radius:g}h{2 * radius:g}v{2 * radius:g}h{-2 * radius:g}z"


_ROUND: Final = {scale: _round_mark(RADIUS * scale) for scale in (1, LARGE)}
_SQUARE: Final = {scale: _square_mark(RADIUS * scale) for scale in (1, LARGE)}

_Slot = tuple[Question, int]
"""A question, and which of its lines."""


def sheets(form: Form, ruler: Ruler) -> tuple[Sheet, ...]:
    """Lay out the answer sheet of a form: block after block, on as many pages as it takes."""
    widest = max((min(len(one.order), _IN_LINE) for one in form.questions), default=0)
    block = ruler.number + max(widest, 2) * ruler.mark
    across = max(1, int((ruler.width + ruler.gap) // (block + ruler.gap)))
    lines = _SHORT_BLOCK if _needed(form.questions) <= across * _SHORT_BLOCK else _BLOCK
    down = max(1, int((ruler.height - ruler.head - 4) // (lines * ruler.line + ruler.gap)))
    pages = tuple(_pages(form.questions, lines, across * down))
    return tuple(
        Sheet(form, place, len(pages), tuple(_lines(page, ruler, across, block)), ruler.scale)
        for place, page in enumerate(pages, start=1)
    )


def _needed(questions: Sequence[Question]) -> int:
    return sum(_height(one) for one in questions)


def _height(one: Question) -> int:
    return max(1, -(-len(one.order) // _IN_LINE))


def _pages(questions: Sequence[Question], lines: int, blocks: int) -> Iterator[list[list[_Slot]]]:
    """Yield the blocks of each page; no question goes over two of them, unless it is longer than one."""
    page: list[list[_Slot]] = [[]]
    for one in questions:
        slots = [(one, place) for place in range(_height(one))]
        if page[-1] and len(page[-1]) + len(slots) > lines:
            if len(page) == blocks:
                yield page
                page = []
            page.append([])
        page[-1] += slots
    yield page


def _lines(page: list[list[_Slot]], ruler: Ruler, across: int, block: float) -> Iterator[Line]:
    tall = max(len(one) for one in page) * ruler.line + ruler.gap
    used = min(across, len(page))
    step = min((ruler.width - block) / max(used - 1, 1), block * 1.5)
    for place, slots in enumerate(page):
        left, top = place % across * step, ruler.head + place // across * tall
        for row, (one, part) in enumerate(slots):
            yield _line(one, part, left, top + (row + 0.5) * ruler.line, ruler)


def _line(one: Question, part: int, left: float, y: float, ruler: Ruler) -> Line:
    first = part * _IN_LINE
    places = range(first, min(first + _IN_LINE, len(one.order)))
    middles = tuple(round(left + ruler.number + (place - first + 0.5) * ruler.mark, 2) for place in places)
    number, letters = None if part else one.number, tuple(map(letter, places))
    return Line(round(left, 2), round(y, 2), number, len(one.key) > 1, not one.order, letters, middles)
