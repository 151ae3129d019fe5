"""Laws that hold for every rule."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from deckgen import checks
from deckgen.checks import Context, Verdict, run_checks
from deckgen.diagnostics import Severity
from deckgen.explain import known_codes
from deckgen.model.bank import Bank, RuleSeverity
from deckgen.model.item import Ignore
from deckgen.model.schema import Prose, Word
from deckgen.pipeline.check import check
from deckgen.sources.bank_yaml import read_bank
from tests.checks.one_item import HEAD, MODULE, made
from tests.checks.running import DAY, found
from tests.test_cases import BLOCK, CASES, DEFAULTS, play_block, write

FOLDER: Final = Path(checks.__file__).parent
RULES: Final = checks.rules()


def test_each_file_is_a_rule_by_being_there() -> None:
    files = {path.stem for path in FOLDER.glob("*.py") if not path.name.startswith("_")}

    assert files == {rule.name for rule in RULES}
    assert len(files) >= 18


def test_no_two_rules_have_one_code() -> None:
    codes = [rule.code for rule in RULES]

    assert sorted(set(codes)) == codes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rules_page_has_law_reason_and_examples(rule: checks.Rule) -> None:
    law, reason, rest = rule.doc.split("\n\n", 2)
    wrong, right = rest.split("\n\nRight:" if "\n\nRight:\n" in rest else "\n\nRight: ", 1)

    assert law.count("\n") == 0
    assert law.endswith(".")
    assert reason.strip().endswith(".")
    assert wrong.startswith("Wrong:")
    assert right.strip()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_gives_only_its_own_code_in_words_that_say_the_cure(
    rule: checks.Rule, verdicts: tuple[Verdict, ...]
) -> None:
    findings = [one for verdict in verdicts for one in verdict.found if one.code == rule.code]

    assert findings
    for finding in findings:
        assert finding.span.file.startswith("questions/")
        assert not finding.message.endswith(".")
        assert finding.message[0].islower() or finding.message[0] == "`"
        assert "`" in finding.message or rule.code == "W801"


def test_no_rule_gives_the_code_of_another(contexts: tuple[Context, ...]) -> None:
    for context in contexts:
        for rule in RULES:
            assert {one.code for one in rule.check(context.bank, context)} <= {rule.code}


def test_a_retired_item_has_no_key_to_prove(faulty: list[Bank]) -> None:
    retirement = next(item.retired for bank in faulty for one in bank.modules for item in one.items if item.retired)
    retired = [
        replace(
            bank,
            modules=tuple(
                replace(module, items=tuple(replace(item, retired=retirement) for item in module.items))
                for module in bank.modules
            ),
        )
        for bank in faulty
    ]

    codes = {one.code for bank in retired for one in found(bank)}

    assert not codes & {"K101", "K102", "K103", "K104", "K107", "K108"}
    assert "B610" in codes


@pytest.mark.parametrize(
    ("code", "wanted", "expected"),
    [("W801", "error", "error"), ("W801", "note", "note"), ("K101", "note", "error"), ("B615", "note", "error")],
)
def test_a_bank_sets_severities_but_not_of_keys(code: str, wanted: str, expected: str, faulty: list[Bank]) -> None:
    setting = RuleSeverity(rule=Word(code), severity=Severity(wanted))
    banks = [replace(bank, head=replace(bank.head, severity=(*bank.head.severity, setting))) for bank in faulty]

    severities = {one.severity for bank in banks for one in found(bank) if one.code == code}

    assert severities == {Severity(expected)}


def test_of_no_code_that_can_be_explained_a_bank_is_told_that_it_is_no_rule() -> None:
    codes = [Word(code) for code in known_codes()]
    item = replace(made(), ignore=tuple(Ignore(rule=code, reason=Prose("So.")) for code in codes))
    head = replace(HEAD, severity=tuple(RuleSeverity(rule=code, severity=Severity.NOTE) for code in codes))

    said = [one.message for one in found(Bank(head=head, modules=(replace(MODULE, items=(item,)),)))]

    assert len(said) > len(codes) - len(RULES)
    assert [message for message in said if "is no rule" in message] == []


def test_a_bank_of_nothing_has_no_findings() -> None:
    bank = read_bank(Path(__file__).resolve().parents[2] / "questions").bank
    assert bank is not None

    assert found(Bank(head=bank.head)) == []


def test_the_shipped_bank_has_no_findings() -> None:
    reading = read_bank(Path(__file__).resolve().parents[2] / "questions")
    assert reading.bank is not None

    assert found(reading.bank) == []


@pytest.fixture(scope="module")
def contexts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Context, ...]:
    """The banks of all command cases with their locks, as they stand at each command."""
    found = []
    with pytest.MonkeyPatch.context() as patch:
        for case in CASES:
            patch.chdir(tmp_path_factory.mktemp("case"))
            for path, text in DEFAULTS.items():
                write(path, text)
            for block in BLOCK.finditer(case.read_text(encoding="utf-8")):
                if not block[2]:
                    context = check(Path("questions"), DAY).context
                    assert context is not None
                    found.append(context)
                play_block(*block.group(0, 1, 2, 3))
    assert len(found) > 2 * len(RULES)
    return tuple(found)


@pytest.fixture(scope="module")
def verdicts(contexts: tuple[Context, ...]) -> tuple[Verdict, ...]:
    """What the rules say of them."""
    return tuple(run_checks(context) for context in contexts)


@pytest.fixture
def faulty(contexts: tuple[Context, ...]) -> list[Bank]:
    """The banks of all command cases."""
    return [context.bank for context in contexts]
