"""Code and diagrams fit the paper at a size that can be read: 110 columns of code, 120 of a diagram.

Code is set in 9 points, and smaller where a line is wider than its column. Below 6.5 points, which is less than
footnotes have, it would be there without being legible; so deckgen asks for shorter lines rather than print it.

Wrong: a line of 140 columns in a block of code.

Right: the same command over two lines, with `\\` at the end of the first.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.prose import passages
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.bank import Bank
from deckgen.render.fit import code_lines
from deckgen.render.widths import width

CODE: Final = "W805"
SEVERITY: Final = Severity.ERROR
_CODE_FITS: Final = 110
_DRAWING_FITS: Final = 120
"""Of 6.5 points on A4: 152 mm are left in a rationale with its indent, 174 mm for a figure."""


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find lines of code and of figures that do not fit."""
    for text, origin, field in passages(bank):
        if _may_be_wide(text):
            yield from _wide(origin.of(*field), code_lines(text), _CODE_FITS)
    for module in bank.modules:
        for figure in module.figures:
            if _may_be_wide(figure.text):
                yield from _wide(figure.origin.of("text"), tuple(figure.text.splitlines()), _DRAWING_FITS)


def _may_be_wide(text: str) -> bool:
    """Tell what can be told at once; a sign takes two columns at most, a tab four."""
    longest = max(map(len, text.split("\n")))
    return longest > _CODE_FITS // 4 if "\t" in text else longest > _CODE_FITS // (1 if text.isascii() else 2)


def _wide(span: Span, lines: tuple[str, ...], fits: int) -> Iterator[Diagnostic]:
    line = max(lines, key=_columns, default="")
    if (columns := _columns(line)) > fits:
        why = f"this line has {columns} columns, and {fits} fit on paper; break it: `{line.strip()[:40]}…`"
        yield Diagnostic(span, CODE, why)


def _columns(line: str) -> int:
    return width(line.expandtabs(4))
