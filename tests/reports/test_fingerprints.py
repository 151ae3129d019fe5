"""A finding is known again when lines move."""

from pathlib import Path
from typing import Any

import pytest

from deckgen.diagnostics import Diagnostic, Span
from deckgen.reports.fingerprints import fingerprints
from tests.reports.banks import ITEMS, faulty, report, written

__all__ = ["faulty"]

FIRST, SECOND = ITEMS.removeprefix("items:\n").split("  - id: twice")


def prints(content: Any) -> list[str]:
    return sorted(entry["fingerprint"] for entry in (*content["findings"], *content["ignored"]))


def test_lines_above_change_no_fingerprint(faulty: Path) -> None:
    before = prints(report())
    written("# a line\n# another\n" + ITEMS)

    assert prints(report()) == before


def test_the_order_of_items_changes_no_fingerprint(faulty: Path) -> None:
    before = prints(report())
    written(f"items:\n  - id: twice{SECOND}{FIRST}")

    assert prints(report()) == before


def test_the_file_of_an_item_changes_no_fingerprint(faulty: Path) -> None:
    before = prints(report())
    written(f"items:\n{FIRST}", "b.yaml")
    written(f"items:\n  - id: twice{SECOND}", "a.yaml")
    (faulty / "m/items.yaml").unlink()

    assert prints(report()) == before


def test_no_two_findings_share_a_fingerprint(faulty: Path) -> None:
    written(ITEMS.replace("[nowhere, elsewhere]", "[nowhere, nowhere, nowhere]"))

    found = prints(report())

    assert len(set(found)) == len(found) == 6


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("first at questions/a.yaml:3:5; keep one", "first at b.yaml:14:1; keep one"),
        ("the rows in lines 4 and 5 take", "the rows in lines 14, 15 and 20 take"),
        ("as in line 4", "as in line 5"),
        ("the key has 87 characters; shorten it", "the key has 91 characters; shorten it or not"),
    ],
)
def test_neither_places_nor_numbers_nor_the_cure_count(one: str, other: str) -> None:
    assert print_of("B610", "m/a", one) == print_of("B610", "m/a", other)


def test_rule_item_and_words_count_and_the_file_where_there_is_no_item() -> None:
    findings = [("B610", "m/a", "`1`"), ("B611", "m/a", "`1`"), ("B610", "m/b", "`1`"), ("B610", "m/a", "`2`")]

    assert len({print_of(*one) for one in findings}) == 4
    assert print_of("S102", "", "x", file="a") != print_of("S102", "", "x", file="b")
    assert print_of("S102", "m/a", "x", file="a") == print_of("S102", "m/a", "x", file="b")


def test_of_a_finding_about_the_whole_bank_only_the_rule_counts() -> None:
    one, other = ("nobody has read 9 of 9 items: `a`", "b"), ("nobody has read 10 of 11 items: `c`", "b")

    assert print_of("B606", *one[::-1], bank="b") == print_of("B606", *other[::-1], bank="b")
    assert print_of("B606", *one[::-1], bank="b") != print_of("B601", *one[::-1], bank="b")
    assert print_of("B606", *one[::-1], bank="c") != print_of("B606", *other[::-1], bank="c")


def test_a_message_of_any_characters_has_a_fingerprint() -> None:
    assert len(print_of("K101", "m/a", "\udc80\0" + "x" * 100_000)) == 64


def print_of(code: str, about: str, message: str, file: str = "a.yaml", bank: str = "") -> str:
    return next(fingerprints([(Diagnostic(Span(file, 7, 7), code, message), about)], bank))
