"""The modules, objectives, tags and items that a blueprint names exist.

A row with a misspelt name matches nothing, and the exam cannot be drawn. Items are named in full; a bare objective
means that of any module.

Wrong:

    blueprint:
      - objective: ai-ml/schedulling
        count: 6

Right:

    blueprint:
      - objective: ai-ml/scheduling
        count: 6
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.blueprint import Names, is_read, strange_names
from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "E702"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find names in blueprints that name nothing."""
    names = Names.of(bank, context.candidates if bank.exams else (), context.index.items)
    for exam in bank.exams:
        if is_read(bank, exam):
            for row in exam.blueprint:
                for place, fault in strange_names(row, names):
                    yield Diagnostic(place, CODE, f"`{exam.id}`: {fault}")
