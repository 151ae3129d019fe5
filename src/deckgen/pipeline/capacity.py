"""Tell how many forms of an exam a bank allows."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from deckgen.assemble.capacity import capacity, capacity_words
from deckgen.assemble.pool import Pool
from deckgen.assemble.selection import select
from deckgen.checks import Context, blueprint_cannot_be_met, rules, run_checks, unknown_blueprint_name
from deckgen.diagnostics import Diagnostic
from deckgen.model.exam import ONE_FORM, Overlap
from deckgen.model.lock import Lock
from deckgen.pipeline.check import has_errors, no_collector
from deckgen.pipeline.exams import exam_named
from deckgen.sources.bank_yaml import read_bank

_CODES = (blueprint_cannot_be_met.CODE, unknown_blueprint_name.CODE)


@dataclass(frozen=True, slots=True)
class Measured:
    """Lines that say how many forms there can be; none where findings say why not even one can be drawn."""

    findings: tuple[Diagnostic, ...]
    lines: tuple[str, ...] = ()


def measure(folder: Path, name: str, today: date) -> Measured:
    """Measure an exam, whatever other rules would say of the bank; what cannot be read in whole is not measured."""
    with no_collector():
        reading = read_bank(folder)
        faults = tuple(sorted(reading.faults))
        if reading.bank is None or has_errors(faults):
            return Measured(faults)
        exam = exam_named(reading.bank, name)
        alone = Context(replace(reading.bank, exams=(exam,)), Lock(), today)
        verdict = run_checks(alone, [rule for rule in rules() if rule.code in _CODES])
        if verdict.found:
            return Measured((*faults, *sorted(verdict.found)))
        pool = Pool.of(reading.bank, exam)
        single = select(replace(exam, forms=ONE_FORM, overlap=Overlap.MIN), pool)
        if single.hands is None:
            return Measured((*faults, *sorted(single.faults)))
        return Measured(faults, tuple(capacity_words(exam, pool, capacity(exam, pool))))
