"""How the rules are run: what is ignored, and what happens when one of them fails."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from deckgen import checks
from deckgen.checks import Context, Rule, run_checks
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank, BankHead
from deckgen.model.item import Choice, Ignore, Open
from deckgen.model.lock import Lock
from deckgen.model.module import Module, ModuleHead
from deckgen.model.origin import Origin
from deckgen.model.schema import Id, Line, Prose, Word
from tests.checks.running import DAY

Check = Callable[[Bank, Context], Iterator[Diagnostic]]


def item(name: str, line: int, *ignore: Ignore) -> Open:
    origin = Origin("b/m/items.yaml", (line, 5))
    return Open(id=Id(name), stem=Prose("Why?"), model=Prose("So."), ignore=ignore, origin=origin)


def ignore(code: str, until: date | None = None) -> Ignore:
    return Ignore(rule=Word(code), reason=Prose("It has to be.\n"), until=until)


def context_of(*items: Open | Choice) -> Context:
    head = BankHead(id=Id("b"), title=Line("B"), uid=Word("u"), version=Word("1"))
    module = Module(head=ModuleHead(id=Id("m"), title=Line("M")), items=items)
    return Context(Bank(head=head, modules=(module,)), Lock(), DAY)


def accuse(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find every item, one line below its start."""
    for module in bank.modules:
        for one in module.items:
            span = one.origin.span
            yield Diagnostic(span._replace(line=span.line + 1), "I999", f"`{one.id}` is there")


def fail(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find the items before the one named `odd`, and fail there."""
    for module in bank.modules:
        for one in module.items:
            if one.id == "odd":
                raise ValueError("what is this")
            yield Diagnostic(one.origin.span, "I998", "a finding")


def rule(code: str, check: Check) -> Rule:
    return replace(checks.rules()[0], code=code, severity=Severity.WARNING, check=check)


ACCUSE: Final = rule("I999", accuse)


def test_an_ignored_finding_does_not_count_and_keeps_its_reason() -> None:
    verdict = run_checks(context_of(item("one", 2, ignore("I999")), item("two", 9)), [ACCUSE])

    assert [one.message for one in verdict.found] == ["`two` is there"]
    assert [(one.finding.message, one.reason) for one in verdict.ignored] == [("`one` is there", "It has to be.")]


@pytest.mark.parametrize(("until", "counts"), [(date(2026, 11, 22), 1), (DAY, 1), (date(2026, 11, 24), 0)])
def test_what_is_ignored_until_a_day_counts_from_that_day_on(until: date, counts: int) -> None:
    verdict = run_checks(context_of(item("one", 2, ignore("I999", until))), [ACCUSE])

    assert len(verdict.found) == counts


@pytest.mark.parametrize("code", ["K999", "S999", "B621", "B622", "B623"])
def test_no_author_accepts_a_wrong_key_or_an_unreadable_file(code: str) -> None:
    findings = rule(code, lambda bank, context: (replace(one, code=code) for one in accuse(bank, context)))

    verdict = run_checks(context_of(item("one", 2, ignore(code))), [findings])

    assert len(verdict.found) == 1
    assert verdict.ignored == ()


def test_a_rule_that_fails_names_the_item_and_stops_no_other() -> None:
    context = context_of(item("even", 2), item("odd", 9), item("last", 16))

    verdict = run_checks(context, [rule("I998", fail), ACCUSE])

    assert [(one.code, one.item, str(one.error)) for one in verdict.defects] == [("I998", "m/odd", "what is this")]
    assert [one.code for one in verdict.found] == ["I998", *["I999"] * 3]


def test_a_rule_that_fails_on_no_single_item_names_none() -> None:
    def together(bank: Bank, context: Context) -> Iterator[Diagnostic]:
        yield from ()
        if len(bank.modules[0].items) > 1:
            raise ValueError("two of them")

    verdict = run_checks(context_of(item("one", 2), item("two", 9)), [rule("I998", together)])

    assert [one.item for one in verdict.defects] == [None]


def test_a_rule_that_comes_last_knows_what_the_others_found() -> None:
    heard: list[tuple[Diagnostic, ...]] = []

    def listen(bank: Bank, context: Context) -> Iterator[Diagnostic]:
        heard.append(context.raised)
        yield from ()

    last = replace(rule("B999", listen), is_last=True)
    run_checks(context_of(item("one", 2)), [last, rule("B998", listen), ACCUSE])

    assert [len(one) for one in heard] == [0, 1]


def test_an_ignore_is_not_called_unused_when_its_rule_failed() -> None:
    unused = next(one for one in checks.rules() if one.code == "B622")
    failing = rule("I201", fail)
    one, odd = item("one", 2, ignore("I201")), item("odd", 9)

    assert [finding.code for finding in run_checks(context_of(one), [rule("I201", silent), unused]).found] == ["B622"]
    assert run_checks(context_of(odd, one), [failing, unused]).found == ()


def test_what_a_rule_found_before_it_failed_counts() -> None:
    verdict = run_checks(context_of(item("even", 2), item("odd", 9)), [rule("I998", fail)])

    assert [finding.code for finding in verdict.found] == ["I998"]


def silent(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    yield from ()
