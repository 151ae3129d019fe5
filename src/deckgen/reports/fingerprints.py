"""How a finding is known again when lines have moved."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from deckgen.diagnostics import Diagnostic

_PLACE: Final = re.compile(r"(?<!\S)\S+:\d+:\d+|\blines? \d+(?:(?:,| and|, and) \d+)*")
"""A place that a message names: `questions/a.yaml:3:5`, `line 4`, `lines 4 and 5`."""


def fingerprints(findings: Iterable[tuple[Diagnostic, str]]) -> Iterator[str]:
    """Yield a print for each finding and the name of what it belongs to; places do not count.

    A finding that belongs to nothing named is known by its file. Equal ones are numbered.
    """
    seen: Counter[str] = Counter()
    for finding, about in findings:
        label = "\0".join((finding.code, about or finding.span.file, _PLACE.sub("", finding.message)))
        seen[label] += 1
        yield hashlib.sha256(f"{label}\0{seen[label]}".encode("utf-8", "surrogatepass")).hexdigest()
