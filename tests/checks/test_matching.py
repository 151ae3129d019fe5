"""Slots and the items that fill them."""

from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks._shared.matching import Rows, short_rows, supplied

NEEDS = st.lists(st.integers(0, 5), min_size=4, max_size=4)
SUPPLY = st.dictionaries(st.frozensets(st.integers(0, 3), max_size=4), st.integers(0, 5), max_size=8)


@given(NEEDS, SUPPLY)
def test_rows_are_short_exactly_when_halls_condition_fails(needs: list[int], supply: dict[Rows, int]) -> None:
    every = chain.from_iterable(combinations(range(4), size) for size in range(5))
    fails = any(sum(needs[row] for row in rows) > supplied(frozenset(rows), supply) for rows in every)

    assert fails == bool(short_rows(needs, supply))


@given(NEEDS, SUPPLY)
def test_the_rows_that_are_named_need_more_than_there_is(needs: list[int], supply: dict[Rows, int]) -> None:
    short = short_rows(needs, supply)

    assert not short or sum(needs[row] for row in short) > supplied(short, supply)


def test_an_item_is_moved_to_make_room_for_another() -> None:
    supply = {frozenset({0, 1}): 1, frozenset({0, 2}): 1, frozenset({2}): 1}

    assert short_rows((1, 1, 1), supply) == frozenset()
