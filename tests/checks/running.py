"""Run the rules over a bank, as a check does."""

from datetime import date
from typing import Final

from deckgen.checks import Context, run_checks
from deckgen.diagnostics import Diagnostic
from deckgen.model.bank import Bank
from deckgen.model.lock import Lock

DAY: Final = date(2026, 11, 23)


def found(bank: Bank, lock: Lock | None = None, today: date = DAY) -> list[Diagnostic]:
    """Return what all rules find; a rule that fails is a failure of the test."""
    verdict = run_checks(Context(bank, lock or Lock(), today))
    assert not verdict.defects
    return list(verdict.found)
