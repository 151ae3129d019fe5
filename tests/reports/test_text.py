"""Findings on a terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.reports.excerpt import excerpt
from deckgen.reports.text import lines_with_source, text_lines


def columns(text: str) -> int:
    """Count columns as a terminal does."""
    counted = [0 if unicodedata.category(one) == "Mn" else 1 for one in text]
    return sum(counted) + sum(unicodedata.east_asian_width(one) in "WF" for one in text)


@pytest.mark.parametrize(
    ("line", "column", "shown", "before"),
    [
        ("  answer: Job", 11, "    answer: Job", "    answer: "),
        ("- {text: 部署, korrect: true}", 14, "  - {text: 部署, korrect: true}", "  - {text: 部署, "),
        ("- ко\u0301т: x", 7, "  - ко\u0301т: x", "  - ко\u0301т"),
        ("- عَمَل: x", 10, "  - عَمَل: x", "  - عَمَل: "),
        ("a\tb", 2, "  a\\tb", "  a"),
        ("a\tb", 3, "  a\\tb", "  a\\t"),
        ("a\x1b[31m\u202eb", 7, "  a\\x1b[31m\\u202eb", "  a\\x1b[31m"),
        ("a\udc80b", 3, "  a\\udc80b", "  a\\udc80"),
        ("ab", 3, "  ab", "  ab"),
        ("ab", 99, "  ab", "  ab"),
        ("", 1, "", "  "),
    ],
)
def test_the_caret_stands_below_the_column(line: str, column: int, shown: str, before: str) -> None:
    text, caret = excerpt(line, column, 80)

    assert shown == text
    assert " " * columns(before) + "^" == caret


@given(st.text(st.characters(blacklist_characters="\n")), st.integers(1, 300), st.integers(20, 120))
def test_no_excerpt_is_wider_than_the_terminal_and_none_holds_a_control_character(
    line: str, column: int, width: int
) -> None:
    text, caret = excerpt(line, column, width)

    assert text.isprintable()
    assert columns(text) <= max(width, 23)
    assert columns(caret) <= max(width, 23)


@pytest.mark.parametrize("letter", ["x", "部"])
@pytest.mark.parametrize("place", [0, 1, 15, 50, 100, 198, 199])
def test_a_long_line_is_cut_on_both_sides_of_the_caret(letter: str, place: int) -> None:
    line = letter * place + "!" + letter * (199 - place)

    text, caret = excerpt(line, place + 1, 80)

    assert columns(text.partition("!")[0]) == len(caret) - 1
    assert text.startswith("  …") == (place >= 50)
    assert text.endswith("…") == (place <= 100)
    assert 70 < columns(text) <= 80


def test_each_finding_on_a_terminal_is_followed_by_its_line_where_there_is_one() -> None:
    findings = [Diagnostic(Span("a", 2, 3), "K101", "no key"), Diagnostic(Span("b", 1, 1), "B1", "gone", Severity.NOTE)]

    lines = lines_with_source(findings, {"a": ["one", "a two"], "b": ()}.__getitem__, 80)

    assert lines == ["a:2:3: K101 no key", "  a two", "    ^", "b:1:1: B1 note: gone"]


def test_what_a_bank_says_breaks_no_line_and_moves_no_cursor() -> None:
    finding = Diagnostic(Span("a\n\udc80"), "K101", "no \x1b[2J\r\u2028key")

    assert text_lines([finding]) == ["a\\n\\udc80:1:1: K101 no \\x1b[2J\\r\\u2028key"]
