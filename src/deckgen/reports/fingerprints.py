"""How a finding is known again when lines have moved."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from deckgen.diagnostics import Diagnostic

_PLACE: Final = re.compile(r"(?<!\S)\S+:\d+:\d+|\blines? \d+(?:(?:,| and|, and) \d+)*")
"""A place that a message names: `questions/a.yaml:3:5`, `line 4`, `lines 4 and 5`."""


_NUMBER: Final = re.compile(r"(`[^`]*`)|\d+(?:[.,]\d+)*")
"""What an author quotes, which is kept, or a number, which is not."""


def fingerprints(findings: Iterable[tuple[Diagnostic, str]], bank: str = "") -> Iterator[str]:
    """Yield a print for each finding and the name of what it belongs to.

    Places and numbers do not count, nor does the cure: a text that grows by a letter has the same fault as before. Of a
    finding about the bank as a whole, which counts items and names some, only the code does. A finding that belongs to
    nothing named is known by its file. Equal ones are numbered.
    """
    seen: Counter[str] = Counter()
    for finding, about in findings:
        said = "" if about and about == bank else _lasting(finding.message)
        label = "\0".join((finding.code, about or finding.span.file, said))
        seen[label] += 1
        yield hashlib.sha256(f"{label}\0{seen[label]}".encode("utf-8", "surrogatepass")).hexdigest()


def _lasting(message: str) -> str:
    """Return the part of a message that small edits leave as it is."""
    return _NUMBER.sub(r"\1", _PLACE.sub("", message.partition("; ")[0]))
