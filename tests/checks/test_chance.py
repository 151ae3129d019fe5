"""What chance alone does: exact tests, held against hand-made numbers and against counting every outcome."""

from collections import Counter
from fractions import Fraction
from itertools import product
from math import isclose, prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks._shared.chance import Distribution, number_right
from deckgen.checks._shared.evenness import evenness, multinomial

SIZES = st.lists(st.integers(2, 5), min_size=1, max_size=6)


def counted_right(sizes: list[int]) -> Counter[int]:
    """Count the ways to answer, the first option being the key, by how many are right."""
    return Counter(sum(not guess for guess in guesses) for guesses in product(*map(range, sizes)))


def counted_uneven(counts: list[int]) -> Fraction:
    """Return the chance of what is no more likely than these counts, by putting each key at each place."""
    outcomes = Counter(
        tuple(Counter(places)[place] for place in range(len(counts)))
        for places in product(range(len(counts)), repeat=sum(counts))
    )
    return Fraction(
        sum(ways for ways in outcomes.values() if ways <= outcomes[tuple(counts)]), len(counts) ** sum(counts)
    )


@given(SIZES)
def test_the_number_right_is_what_counting_all_answers_gives(sizes: list[int]) -> None:
    ways = counted_right(sizes)

    known = number_right(Counter(sizes))

    for number in range(len(sizes) + 2):
        at_least = sum(ways[right] for right in ways if right >= number) / prod(sizes)
        at_most = sum(ways[right] for right in ways if right <= number) / prod(sizes)
        assert isclose(at_least, known.at_least(number), abs_tol=1e-14)
        assert isclose(at_most, known.at_most(number), abs_tol=1e-14)


@given(SIZES, st.sampled_from([0.3, 0.1, 0.01]))
def test_the_smallest_rare_number_is_rare_and_the_one_before_is_not(sizes: list[int], level: float) -> None:
    known = number_right(Counter(sizes))

    number = known.smallest_rare(level)

    assert known.at_least(number) < level <= known.at_least(number - 1)


@pytest.mark.parametrize(("items", "expected"), [(7, 6), (10, 8), (20, 12), (40, 19)])
def test_so_many_keys_at_one_of_four_places_are_rare(items: int, expected: int) -> None:
    assert expected == number_right({4: items}).smallest_rare(0.01 / 4)


def test_an_item_of_one_option_is_right_and_no_item_is_nothing() -> None:
    assert number_right({1: 3}) == Distribution(3, (1.0,))
    assert number_right({}) == Distribution(0, (1.0,))


def test_thousands_of_items_keep_mean_and_spread() -> None:
    known = number_right({3: 2_000, 4: 6_000, 5: 2_000})

    mean = sum(right * weight for right, weight in enumerate(known.weights, known.start))
    spread = sum((right - mean) ** 2 * weight for right, weight in enumerate(known.weights, known.start))
    assert isclose(2_000 / 3 + 6_000 / 4 + 2_000 / 5, mean, rel_tol=1e-12)
    assert isclose(2_000 * 2 / 9 + 6_000 * 3 / 16 + 2_000 * 4 / 25, spread, rel_tol=1e-9)
    assert isclose(1, sum(known.weights), rel_tol=1e-12)


@given(st.lists(st.integers(0, 3), min_size=2, max_size=4).filter(lambda counts: 0 < sum(counts) <= 6))
def test_unevenness_is_what_counting_all_places_gives(counts: list[int]) -> None:
    assert counted_uneven(counts) == multinomial(counts)


@pytest.mark.parametrize(
    ("counts", "expected"), [((0, 2, 5, 0), "0.021"), ((6, 1, 0, 0), "0.005"), ((2, 2, 2, 2), "1.000")]
)
def test_unevenness_of_a_few_items_is_as_computed_elsewhere(counts: tuple[int, ...], expected: str) -> None:
    assert expected == f"{float(multinomial(counts)):.3f}"


def test_places_that_no_key_takes_count() -> None:
    assert evenness({4: 7}, (0, 2, 5)) == float(multinomial((0, 2, 5, 0)))


def test_the_keys_of_a_published_bank_are_uneven_and_even_ones_are_not() -> None:
    assert evenness({4: 368}, (67, 184, 106, 11)) < 5e-6
    assert evenness({4: 368}, (92, 92, 92, 92)) == 1
    assert evenness({4: 10_000}, (2_450, 2_550, 2_520, 2_480)) > 0.01
    assert evenness({4: 10_000}, (2_300, 2_700, 2_520, 2_480)) < 0.01


def test_items_of_different_numbers_of_options_are_tested_together() -> None:
    sizes = {3: 40, 4: 60}

    assert evenness(sizes, (28, 29, 28, 15)) > 0.5
    assert evenness(sizes, (10, 40, 35, 15)) < 0.01
    assert evenness(sizes, (28, 29, 42, 1)) < 0.01


@given(st.dictionaries(st.integers(2, 7), st.integers(1, 4), min_size=2, max_size=3), st.data())
def test_a_test_of_each_place_accuses_chance_no_more_often_than_it_says(
    sizes: dict[int, int], data: st.DataObject
) -> None:
    items = list(Counter(sizes).elements())
    counts = Counter(data.draw(st.integers(0, size - 1)) for size in items)

    assert 0 < evenness(sizes, [counts[place] for place in range(max(sizes))]) <= 1
