"""No output carries images yet; of `![words](file)` readers see only the words.

Deckgen says so rather than lose the image in silence. A diagram drawn in text goes into `figures:`.

Wrong:

    stem: |
      What does ![the diagram](pods.png) show?

Right:

    stem: |
      A Pod holds two containers that share a volume. Which pattern is this?
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.prose import passages
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "W801"
SEVERITY: Final = Severity.WARNING
_CODE_SPAN: Final = re.compile(r"(`+).*?\1", re.DOTALL)
_IMAGE: Final = re.compile(r"(?<!\\)!\[([^\]]*)\]\s?[(\[]")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find images in prose."""
    for text, origin, field in passages(bank):
        if "![" in text:
            for words in _IMAGE.findall(_CODE_SPAN.sub("", text)):
                shown = f"only the words `{words}` are shown" if words else "nothing is shown of this one"
                yield Diagnostic(origin.of(*field), CODE, f"no output carries images yet; {shown}")
