"""Whether forms can do without sharing an item."""

from collections.abc import Iterator

from deckgen.assemble.faults import overlap_cannot_be_none
from deckgen.assemble.shortage import Matching, most_forms, shortages
from deckgen.diagnostics import Diagnostic
from deckgen.model.exam import Exam


def overlap_faults(exam: Exam, matching: Matching) -> Iterator[Diagnostic]:
    """Find why an exam cannot have its forms without a shared item, where at least one form can be drawn."""
    counts = [row.count for row in exam.blueprint]
    short = list(shortages([count * exam.forms for count in counts], matching))
    allowed = most_forms(counts, matching) if short else exam.forms
    for shortage in short if allowed else ():
        yield overlap_cannot_be_none(exam, allowed, shortage)
