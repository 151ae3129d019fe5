"""A table in a question fits the paper: the longest words of its columns stand side by side.

Where they do not, words are broken within their cells. The estimate counts letters: some ninety fit beside each other,
and each column takes the room of three for its margins.

Wrong: a table of twelve columns in a stem.

Right: its rows and columns exchanged, or those columns only that the question asks about.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.prose import passages
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.plain import plain
from deckgen.render.widths import width

CODE: Final = "W807"
SEVERITY: Final = Severity.WARNING
_FITS: Final = 90
_MARGINS: Final = 3
_TABLE: Final = re.compile(r"^[^\n]*\|[^\n]*\n *\|?(?: *:?-+:? *\|)+[-: ]*$(?:\n[^\n]*\|[^\n]*$)*", re.MULTILINE)
_BAR: Final = re.compile(r"(?<!\\)\|")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find tables that are wider than the paper."""
    for text, origin, field in passages(bank):
        if "|" in text and "-|" in text.replace(" ", ""):
            for table in _TABLE.findall(text):
                needed = _needed(table)
                if needed > _FITS:
                    first = _BAR.split(table.strip().strip("|"))[0].strip()
                    why = f"the table that begins with `{first}` needs {needed} letters side by side, and {_FITS} fit"
                    yield Diagnostic(origin.of(*field), CODE, f"{why} on paper; take fewer columns")


def _needed(table: str) -> int:
    rows = [_BAR.split(line.strip().strip("|")) for line in table.split("\n") if set(line) - set("|-: ")]
    return sum(max(map(_longest_word, column)) + _MARGINS for column in zip_longest(*rows, fillvalue=""))


def _longest_word(cell: str) -> int:
    return max((width(word) for word in plain(cell).split()), default=0)
