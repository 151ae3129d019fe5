"""No rule fails, whatever stands in a bank."""

from datetime import date

from hypothesis import HealthCheck, given, settings

from deckgen.checks import Context, run_checks
from deckgen.model.bank import Bank, BankHead
from deckgen.model.item import Choice
from deckgen.model.lock import Lock
from deckgen.model.module import Module, ModuleHead
from deckgen.model.schema import Id, Line, Prose, Word
from deckgen.reports.summary import counted
from deckgen.reports.text import text_lines
from tests.checks.odd_banks import BANKS, DAYS


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(BANKS, DAYS)
def test_no_rule_fails_whatever_stands_in_a_bank(bank: Bank, today: date) -> None:
    verdict = run_checks(Context(bank, Lock(), today))

    assert verdict.defects == ()
    assert all("\n" not in line for line in text_lines(verdict.found))
    assert counted(verdict.found)


def test_words_of_all_options_fail_no_rule_where_there_are_none() -> None:
    item = Choice(id=Id("one"), stem=Prose(""), options=(), rationale=Prose("All of the above"), shuffle=False)
    module = Module(head=ModuleHead(id=Id("m"), title=Line("M")), items=(item,))
    bank = Bank(head=BankHead(id=Id("b"), title=Line("B"), uid=Word("u"), version=Word("1")), modules=(module,))

    assert run_checks(Context(bank, Lock(), date(2026, 11, 23))).defects == ()
