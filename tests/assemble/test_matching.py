"""Slots and the items that fill them."""

from collections import Counter
from itertools import chain, combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from deckgen.assemble.matching import Rows, fewest_short_rows, short_rows, supplied
from deckgen.assemble.shortage import most_forms, shortages
from deckgen.assemble.wording import what_to_add

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


def fails(rows: frozenset[int], needs: list[int], supply: dict[Rows, int]) -> bool:
    """Tell by trying every set of them whether rows cannot be filled together."""
    every = chain.from_iterable(combinations(rows, size) for size in range(len(rows) + 1))
    return any(sum(needs[row] for row in some) > supplied(frozenset(some), supply) for some in every)


@given(NEEDS, SUPPLY)
def test_of_the_fewest_short_rows_none_can_be_left_out(needs: list[int], supply: dict[Rows, int]) -> None:
    short = fewest_short_rows(needs, supply)

    assert fails(short, needs, supply) == bool(short)
    assert not any(fails(short - {row}, needs, supply) for row in short)


MATCHING = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=2),
    st.sets(st.integers(0, 3), min_size=1).map(lambda rows: tuple(sorted(rows))),
    max_size=12,
)


@given(NEEDS, MATCHING)
def test_shortages_prove_themselves_and_the_first_tells_no_row_too_many(
    needs: list[int], matching: dict[str, tuple[int, ...]]
) -> None:
    found = list(shortages(needs, matching))

    assert bool(found) == fails(frozenset(range(4)), needs, supply_of(matching))
    for one in found:
        assert list(one.names) == sorted(name for name, rows in matching.items() if set(rows) & set(one.rows))
        assert one.needed == sum(needs[row] for row in one.rows) > len(one.names)
        assert 0 < one.missing <= one.needed - len(one.names)
    for row in found[0].rows if found else ():
        assert not fails(frozenset(found[0].rows) - {row}, needs, supply_of(matching))


@given(NEEDS, MATCHING)
def test_what_shortages_tell_to_add_would_do_where_all_are_told(
    needs: list[int], matching: dict[str, tuple[int, ...]]
) -> None:
    found = list(shortages(needs, matching))
    assume(len(found) < 5)  # of those that are short together, no more are told at once
    added = {f"new {place} {one}": two.rows for place, two in enumerate(found) for one in range(two.missing)}

    assert not list(shortages(needs, {**matching, **added}))


@pytest.mark.parametrize("pairs", [5, 6])
def test_where_more_rows_are_short_together_than_are_told_the_last_says_so(pairs: int) -> None:
    matching = {f"i{one}": (one % pairs * 2, one % pairs * 2 + 1) for one in range(3 * pairs)}
    found = list(shortages([2] * (2 * pairs), matching))

    assert [one.goes_on for one in found] == [False, False, False, False, pairs > 5]
    assert ("more rows fall short together" in what_to_add(found[-1])) is (pairs > 5)


@given(st.lists(st.integers(1, 3), min_size=4, max_size=4), MATCHING)
def test_one_form_more_than_there_can_be_is_one_too_many(
    counts: list[int], matching: dict[str, tuple[int, ...]]
) -> None:
    most = most_forms(counts, matching)

    assert not short_rows([count * most for count in counts], supply_of(matching))
    assert short_rows([count * (most + 1) for count in counts], supply_of(matching))


def supply_of(matching: dict[str, tuple[int, ...]]) -> dict[Rows, int]:
    return dict(Counter(map(frozenset, matching.values())))
