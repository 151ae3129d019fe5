"""No rule fails, whatever stands in a bank."""

from datetime import date

from hypothesis import HealthCheck, given, settings

from deckgen.checks import Context, run_checks
from deckgen.model.bank import Bank
from deckgen.model.lock import Lock
from deckgen.reports.summary import counted
from deckgen.reports.text import text_lines
from tests.checks.odd_banks import BANKS, DAYS


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
@given(BANKS, DAYS)
def test_no_rule_fails_whatever_stands_in_a_bank(bank: Bank, today: date) -> None:
    verdict = run_checks(Context(bank, Lock(), today))

    assert verdict.defects == ()
    assert all("\n" not in line for line in text_lines(verdict.found))
    assert counted(verdict.found)
