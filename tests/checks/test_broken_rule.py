"""A rule that fails is our defect: it is named, the other rules speak, nothing is written."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen import checks
from deckgen.cli import main
from tests.commands import EPOCH, bank, tree

__all__ = ["bank"]

RULE = '''
"""Nothing is odd.

It has no reason.

Wrong: odd

Right: even
"""

from deckgen.diagnostics import Severity

CODE = "I998"
SEVERITY = Severity.WARNING


def check(bank, context):
    """Fail at one item."""
    for module in bank.modules:
        for item in module.items:
            if item.id == "odd":
                raise ValueError("strange content")
    yield from ()
'''
ITEMS = """\
items:
  - id: even
    stem: Which is even?
    options: [two, three, five]
    rationale: Two is.
  - id: odd
    stem: Why is it odd?
    model: It is not even.
"""


@pytest.fixture(autouse=True)
def broken_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A rule that is there because its file is."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules/broken_for_a_test.py").write_text(RULE, encoding="utf-8")
    monkeypatch.setattr(checks, "__path__", [*checks.__path__, str(tmp_path / "rules")])
    yield
    sys.modules.pop("deckgen.checks.broken_for_a_test", None)
    vars(checks).pop("broken_for_a_test", None)


@pytest.fixture
def odd_bank(bank: Path) -> Path:
    """A bank with an item that the rule fails on, and one without a key."""
    (bank / "odd").mkdir()
    (bank / "odd/items.yaml").write_text("module:\n  id: odd\n  title: Odd\n" + ITEMS, encoding="utf-8")
    return bank


def invoke(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], env={"SOURCE_DATE_EPOCH": EPOCH})


def test_the_message_names_rule_and_item_and_the_other_rules_speak(odd_bank: Path) -> None:
    result = invoke("check", odd_bank)

    assert result.exit_code == 3
    assert "the rule I998 failed on `odd/odd`: ValueError: strange content" in result.stderr
    assert " K101 `even` has no key" in result.stderr


def test_a_build_writes_nothing(odd_bank: Path, tmp_path: Path) -> None:
    before = tree(odd_bank)

    result = invoke("build", odd_bank, "--out", tmp_path / "out")

    assert result.exit_code == 3
    assert not (tmp_path / "out").exists()
    assert tree(odd_bank) == before


def test_accepting_writes_nothing(odd_bank: Path, tmp_path: Path) -> None:
    (tmp_path / "rules/broken_for_a_test.py").write_text(RULE.replace("I998", "F508"), encoding="utf-8")
    cited = ITEMS + "    facts: [f]\nfacts:\n  - id: f\n    text: So.\n"
    (odd_bank / "odd/items.yaml").write_text("module:\n  id: odd\n  title: Odd\n" + cited, encoding="utf-8")
    before = tree(odd_bank)

    result = invoke("accept", "odd/odd", "--bank", odd_bank)

    assert result.exit_code == 3
    assert "the rule F508 failed on `odd/odd`" in result.stderr
    assert tree(odd_bank) == before
