"""When a number among deletions has come to hide something else."""

import dataclasses
from datetime import date

import pytest

from deckgen.checks import Context, cloze_numbers_changed
from deckgen.model.schema import Word
from tests.anki_harness import bank_of, build, fact


def accused(old: str, new: str) -> list[str]:
    """Return the numbers that are accused of hiding what others hid in the version before."""
    lock = build(bank_of(facts=(fact("f", old),))).lock
    bank = bank_of(facts=(fact("f", new),))
    later = dataclasses.replace(bank, head=dataclasses.replace(bank.head, version=Word("2")))
    found = cloze_numbers_changed.check(later, Context(later, lock, date(2026, 1, 1)))
    return [one.message.split("`")[3] for one in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Small: {{c1::one}} Pod. Large: {{c2::two}} Pods.", "Small: {{c1::two}} Pods. Large: {{c2::three}} Pods."),
        ("At most {{c1::one}}, for {{c2::two}} hours.", "At most {{c1::two}}, for {{c2::three}} hours."),
        ("Now {{c1::beta}}, then {{c2::stable}}.", "Now {{c1::stable}}, then {{c2::removed}}."),
        ("Now {{c1::beta}}, then {{c2::stable}}.", "Now {{c1::stable}}, and it stays."),
        ("Of {{c1::*one*::how many?}} and {{c2::two}} of", "Of {{c1::two}} and {{c2::**three**}} of"),
        ("All {{c1::of {{c2::them}}}} start.", "All {{c1::with {{c2::them}}}} start."),
    ],
)
def test_a_correction_that_puts_the_words_of_one_number_under_another_is_none(old: str, new: str) -> None:
    assert accused(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "numbers"),
    [
        ("{{c1::one}} Pod, {{c2::two}} hours", "{{c1::two}} hours, {{c2::one}} Pod", ["c1", "c2"]),
        ("{{c1::one}} Pod, {{c2::two}} hours", "{{c2::one}} Pod, {{c1::two}} hours", ["c1", "c2"]),
        (
            "From {{c1::a}} to {{c2::b}} and {{c3::c}}.",
            "From {{c2::a}} to {{c3::b}} and {{c1::c}}.",
            ["c1", "c2", "c3"],
        ),
        ("Pods start {{c1::together}} here.", "{{c1::Pods}} start {{c2::together}} here.", ["c2"]),
        ("A {{c1::b}} of the {{c2::d}} is.", "A {{c1::new}} one: {{c2::b}} of the {{c3::d}} is.", ["c2", "c3"]),
        ("Pods {{c1::start}} at {{c2::once}}.", "At {{c1::once}} all of them are up.", ["c1"]),
    ],
)
def test_a_number_that_stands_where_another_stood_is_accused(old: str, new: str, numbers: list[str]) -> None:
    assert sorted(accused(old, new)) == numbers


def test_words_that_are_exchanged_are_accused_for_it_may_be_the_numbers() -> None:
    assert accused("Small {{c1::one}}, large {{c2::two}}.", "Small {{c1::two}}, large {{c2::one}}.") == ["c1", "c2"]
