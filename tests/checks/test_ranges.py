"""Ranges of numbers: which are read as such, and which share a number."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks._shared.ranges import Range, overlapping, read_range

BORDERS = st.lists(st.integers(-1000, 1000).map(lambda half: 2 * half), min_size=3, max_size=6, unique=True).map(sorted)
DASHES = st.sampled_from(["-", "–", " – ", " to "])
UNITS = st.sampled_from([" nodes", "%", " GB"])
ANY = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), min_size=2, max_size=5)


@given(BORDERS, DASHES, UNITS)
def test_ranges_that_meet_in_a_number_overlap(borders: list[int], dash: str, unit: str) -> None:
    ranges = [read(f"{low}{dash}{high}{unit}") for low, high in pairwise(borders)]

    assert overlapping(ranges) == list(pairwise(ranges))


@given(BORDERS, DASHES, UNITS)
def test_ranges_that_end_before_the_next_one_do_not(borders: list[int], dash: str, unit: str) -> None:
    ranges = [read(f"{low}{dash}{high - 1}{unit}") for low, high in pairwise(borders)]

    assert overlapping(ranges) == []


@given(ANY)
def test_what_is_said_to_overlap_shares_a_number(ends: list[tuple[int, int]]) -> None:
    ranges = [read(f"{low}–{low + more} nodes") for low, more in ends]

    assert all(one.low <= other.low <= one.high for one, other in overlapping(ranges))


@given(ANY)
def test_the_order_of_the_ranges_does_not_matter(ends: list[tuple[int, int]]) -> None:
    ranges = [read(f"{low}–{low + more} nodes") for low, more in ends]

    assert overlapping(ranges) == overlapping(ranges[::-1])


def read(text: str) -> Range:
    """Read what is a range."""
    found = read_range(text)
    assert found is not None, text
    return found
