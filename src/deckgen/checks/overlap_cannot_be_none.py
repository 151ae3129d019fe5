"""Forms that are to share no item find enough different items.

Who sits behind somebody with another form shall gain nothing from a look; so `overlap: none` is a promise. Each row
then needs `count` items for every form, once each, and rows that overlap need them together. Told are how many forms
the bank allows, and the rows that stand in the way of the number that is wanted; or that enemies do, which E704 then
names. `deckgen capacity EXAM` tells the same before it is asked for.

Wrong:

    forms: 2
    overlap: none
    blueprint:
      - objective: scheduling  # ten items serve it
        count: 6

Right:

    forms: 2
    overlap: none
    blueprint:
      - objective: scheduling
        count: 5
"""

from collections.abc import Iterator
from typing import Final

from deckgen.assemble.candidates import matching
from deckgen.assemble.overlap import overlap_faults
from deckgen.checks._shared.blueprint import Names, is_read, strange_names
from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.exam import Overlap

CODE: Final = "E703"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find exams that have too few items for forms that share none; what fails for one form is E701's matter."""
    wanted = [exam for exam in bank.exams if exam.overlap is Overlap.NONE and is_read(bank, exam)]
    found = context.candidates if wanted else ()
    names = Names.of(bank, found, context.index.items)
    for exam in wanted:
        if not any(fault for row in exam.blueprint for fault in strange_names(row, names)):
            yield from overlap_faults(exam, matching(exam.blueprint, found))
