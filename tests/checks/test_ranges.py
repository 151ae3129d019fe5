"""Ranges of numbers: which are read as such, which share a number, and which questions ask for one number."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks._shared.ranges import Range, overlapping, read_range
from tests.checks.one_item import found, made

BORDERS = st.lists(st.integers(-1000, 1000).map(lambda half: 2 * half), min_size=3, max_size=6, unique=True).map(sorted)
DASHES = st.sampled_from(["-", "–", " – ", " to "])
UNITS = st.sampled_from([" nodes", "%", " GB"])
ANY = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), min_size=2, max_size=5)
STEPS = st.lists(st.integers(2, 10), min_size=3, max_size=6)
HOW_MANY = "How many does it take?"


@given(BORDERS, DASHES, UNITS)
def test_ranges_that_meet_in_a_number_overlap(borders: list[int], dash: str, unit: str) -> None:
    ranges = [read(f"{low}{dash}{high}{unit}") for low, high in pairwise(borders)]

    assert overlapping(ranges) == list(pairwise(ranges))


@given(STEPS)
def test_steps_of_which_each_begins_before_the_last_one_ends_overlap(widths: list[int]) -> None:
    starts = [sum(widths[:place]) for place in range(len(widths))]
    ranges = [read(f"{low}–{low + width + 1} nodes") for low, width in zip(starts, widths, strict=True)]

    assert overlapping(ranges) == list(pairwise(ranges))


@given(STEPS)
def test_ranges_with_numbers_between_them_are_no_steps(widths: list[int]) -> None:
    starts = [sum(widths[:place]) for place in range(len(widths))]
    ranges = [read(f"{low}–{low + width + 1} nodes") for low, width in zip(starts, widths, strict=True)]
    far = read("1000–2000 nodes")

    assert overlapping([*ranges, far]) == []


@given(BORDERS, DASHES, UNITS)
def test_ranges_that_end_before_the_next_one_do_not(borders: list[int], dash: str, unit: str) -> None:
    ranges = [read(f"{low}{dash}{high - 1}{unit}") for low, high in pairwise(borders)]

    assert overlapping(ranges) == []


@given(BORDERS)
def test_what_is_said_as_a_cure_cures(borders: list[int]) -> None:
    ranges = [read(f"from {low} to under {high} GB") for low, high in pairwise(borders)]

    assert overlapping(ranges) == []


@given(ANY)
def test_what_is_said_to_overlap_shares_a_number(ends: list[tuple[int, int]]) -> None:
    ranges = [read(f"{low}–{low + more} nodes") for low, more in ends]

    assert all(one.low <= other.low <= one.high for one, other in overlapping(ranges))


@given(ANY)
def test_the_order_of_the_ranges_does_not_matter(ends: list[tuple[int, int]]) -> None:
    ranges = [read(f"{low}–{low + more} nodes") for low, more in ends]

    assert overlapping(ranges) == overlapping(ranges[::-1])


@pytest.mark.parametrize("text", ["1799–1804", "1914-1918", "800–1100", "1-2", "4 to 5", "1.34–1.37", "20–10"])
def test_what_may_be_years_or_names_is_no_range(text: str) -> None:
    assert read_range(text) is None


@pytest.mark.parametrize("text", ["1,799–1,804", "1799–1804 nodes", "2050–2150", "10–20", "1–2 nodes"])
def test_other_numbers_are_a_range(text: str) -> None:
    assert read_range(text) is not None


@pytest.mark.parametrize(
    ("stem", "texts", "expected"),
    [
        (HOW_MANY, ("1–10", "10–20", "20 or more"), True),
        (HOW_MANY, ("1–10 nodes", "10–20", "20–30 nodes"), True),
        (HOW_MANY, ("1–10 nodes", "10–20 GB", "20–30 GB"), False),
        (HOW_MANY, ("at most 10", "10 or more"), False),
        ("What percentage fails?", ("0–10%", "10–20%", "20–30%"), True),
        ("How old is the cluster?", ("0–10 days", "10–20 days", "20–30 days"), True),
        ("Into which bracket does the income fall?", ("$0–$10", "$10–$20", "$20–$30"), True),
        ("Into which bracket does $10 fall?", ("$0–$10", "$10–$20", "$20–$30"), True),
        ("Into which bracket does $15 fall?", ("$0–$10", "$10–$20", "$20–$30"), False),
        ("Between which wavelengths does green lie?", ("450–495 nm", "495–570 nm", "570–590 nm"), False),
        ("In which altitude range does it lie?", ("0–12 km", "12–50 km", "50–80 km"), False),
        ("Which hours does the shop open?", ("from 8 to 12", "from 12 to 18", "from 18 to 22"), False),
        ("How many hours should one sleep?", ("5–7 h", "7–9 h", "9–11 h"), False),
        ("How high is the normal pulse?", ("60–100 bpm", "100–140 bpm", "140–180 bpm"), False),
    ],
)
def test_ranges_are_looked_at_where_one_number_is_asked_for(stem: str, texts: tuple[str, ...], expected: bool) -> None:
    assert expected == found(made(stem=stem, texts=texts, key=texts[0]), "I311")


def read(text: str) -> Range:
    """Read what is a range."""
    found = read_range(text)
    assert found is not None, text
    return found
