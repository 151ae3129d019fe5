"""A word fits on a line of paper: 80 letters.

A longer one, such as a token or an address, is broken wherever it reaches the margin, and nobody can tell whether the
break belongs to it. In a block of code it keeps its line.

Wrong:

    stem: |
      Who signed eyJhbGciOiJSUzI1NiIsImtpZCI6IjEyMyJ9eyJhbGciOiJSUzI1NiIsImtpZCI6IjEyMyJ9eyJhbGciOiJSUzI1NiI?

Right:

    stem: |
      Who signed this token, which begins with `eyJhbGciOiJSUzI1NiIs`?
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.prose import passages
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.plain import plain
from deckgen.render.fit import without_code_blocks

CODE: Final = "W806"
SEVERITY: Final = Severity.WARNING
_FITS: Final = 80
_LONG: Final = re.compile(rf"\S{{{_FITS + 1},}}")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find words that no line holds."""
    for text, origin, field in passages(bank):
        if len(text) > _FITS and _LONG.search(text):
            for word in _LONG.findall(plain(without_code_blocks(text))):
                why = f"this word has {len(word)} letters, and {_FITS} fit on a line of paper: `{word[:40]}…`"
                yield Diagnostic(origin.of(*field), CODE, why)
