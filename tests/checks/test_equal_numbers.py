"""Which numbers are the same number."""

import pytest

from tests.checks.one_item import found, made


@pytest.mark.parametrize(
    ("key", "distractor", "expected"),
    [
        ("1,000", "1000", True),
        ("1000", "1 000", True),
        ("0.5", "1/2", True),
        ("½", "0.5", True),
        ("25%", "¼", True),
        ("1 km", "1000 m", True),
        ("1 kg", "1000 g", True),
        ("0.5 g", "500 mg", True),
        ("1.5 l", "1500 mL", True),
        ("1 week", "7 days", True),
        ("2 years", "24 months", True),
        ("-0.5", "-50%", True),
        ("30 s", "30 seconds", True),
        ("-5", "5", False),
        ("-1,000", "1000", False),
        ("-1,000", "-1000", True),
        ("-0.5", "50%", False),
        ("1 month", "30 days", False),
        ("1 m", "60 s", False),
        ("1 M", "1000 m", False),
        ("120/80", "150/100", False),
        ("3/4", "6/8", False),
        ("½", "2/4", False),
        ("2/1", "2", False),
        ("1/2 h", "30 min", False),
        ("1.10", "1.1", False),
        ("2.50", "2.5", False),
        ("12.30 cm", "12.3 cm", False),
        ("4.50e-3", "45e-4", False),
        ("3e3", "3,000", False),
        ("510.0", "510", False),
        ("50%", "0.5", True),
        ("50 %", "1/2", True),
        ("1 GiB", "1024 MiB", True),
        ("1Gi", "1024Mi", True),
        ("1024 Mi", "1 GiB", True),
        ("1.0", "1", False),
        ("60 s", "1 min", True),
        ("90 minutes", "1.5 hours", True),
        ("1 day", "24 hours", True),
        ("-5", "\u22125", True),
        ("$1,000", "$1000", True),
        ("1,000 Pods", "1000 Pods", True),
        ("`1000`", "1,000.", True),
        ("1,000", "1,001", False),
        ("10 Mi", "10 M", False),
        ("1 GB", "1 GiB", False),
        ("1 GB", "1000 MB", False),
        ("500m", "0.5", False),
        ("60", "60 s", False),
        ("010", "10", False),
        ("0755", "755", False),
        ("1.1.0", "1.1", False),
        ("v1.10", "v1.1", False),
        ("12:30", "12.5", False),
        ("10.0.0.0/8", "10.0.0.0", False),
        ("1,5", "1.5", False),
        ("+5", "5", False),
        ("10³", "1000", False),
        ("0x10", "16", False),
        ("1-2", "2", False),
        ("$5", "€5", False),
        ("5 °C", "5 °F", False),
        ("1000 Pods", "1000 nodes", False),
    ],
)
def test_a_distractor_may_not_be_the_number_that_the_key_is(key: str, distractor: str, expected: bool) -> None:
    item = made(stem="How much does it take?", texts=(distractor, key, "7"), key=key)

    assert expected == found(item, "K109")


@pytest.mark.parametrize(
    ("stem", "key", "distractor", "expected"),
    [
        ("How many CPU cores does it ask for?", "0.5", "500m", True),
        ("How many CPU cores does it ask for?", "500m", "0.5 cores", True),
        ("How much memory does it ask for?", "0.5", "500m", False),
        ("Which version brought it?", "1.10", "1.1", False),
        ("Since which release is it there?", "1.10", "1.1", False),
        ("The release notes of v1.2 are open. What is asked for?", "1.10", "1.1", False),
        ("What does the program print?", "2.0", "2", False),
        ("Which fraction is in lowest terms?", "1/2", "2/4", False),
        ("What is the value of `2 ** 10`?", "1024", "1,024", False),
        ("Which part is free?", "1/2", "0.5", True),
        ("Which part is free, if not 0.5?", "1/2", "0.5", False),
        ("Which number is as much as 50 %?", "0.5", "50 %", False),
        ("Which number is 5 % of ten?", "0.5", "50%", False),
        ("How many seconds is that?", "3600 s", "60 min", False),
        ("How many seconds is that?", "3600 s", "3,600 s", True),
        ("What is 1000 mg in grams?", "1 g", "1000 mg", False),
    ],
)
def test_numbers_are_compared_where_the_stem_asks_for_numbers(
    stem: str, key: str, distractor: str, expected: bool
) -> None:
    item = made(stem=stem, texts=(distractor, key, "7"), key=key)

    assert expected == found(item, "K109")


def test_in_another_language_points_and_commas_have_another_meaning() -> None:
    grouped = made(texts=("1,000", "1000", "7"), key="1000")
    share = made(texts=("1/2", "50 %", "7"), key="50 %")

    assert [found(item, "K109", "de") for item in (grouped, share)] == [False, True]
