from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby, product
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.assemble.draw import draw
from deckgen.assemble.keys import SLACK, Keyed, even_out
from deckgen.assemble.shuffle import layout_of, printed_order
from deckgen.assemble.stream import Stream
from deckgen.model.exam import KeyPositions
from deckgen.model.form import Question
from deckgen.model.item import Choice, Place
from tests.assemble.banks import bank, exam, item, module, row

CHOICES = st.builds(
    lambda size, key, shuffle, last: item(
        "i",
        *(f"option {one}" for one in range(size)),
        key=key % size,
        shuffle=shuffle,
        places={last: Place.LAST} if last < size else {},
    ),
    st.integers(2, 4),
    st.integers(0, 3),
    st.sampled_from([True, True, True, False]),
    st.integers(0, 9),
)


def questions(count: int, how: KeyPositions) -> list[list[Question]]:
    whole = bank(module(items=[item(f"i{index}") for index in range(count)]))
    paper, faults = draw(whole, replace(exam(row(count), forms=20), key_positions=how))
    assert not faults
    assert paper is not None
    return [list(form.questions) for form in paper.forms]


def keyed(items: list[Choice]) -> list[Keyed]:
    return [Keyed.of(one, printed_order(one, str(index)), layout_of(one)) for index, one in enumerate(items)]


def longest(places: list[int]) -> int:
    return max(len(list(run)) for _, run in groupby(places))


@pytest.mark.parametrize("count", [4, 10, 13, 50])
def test_loose_keys_exceed_no_fair_share_by_more_than_one_and_run_at_most_three(count: int) -> None:
    for form in questions(count, KeyPositions.LOOSE):
        letters = [question.key[0] for question in form]
        assert max(Counter(letters).values()) <= -(-count // 4) + 1
        assert max(len(list(run)) for _, run in groupby(letters)) <= 3


@pytest.mark.parametrize("count", [4, 10, 13, 50])
def test_exact_keys_stand_at_every_letter_equally_often(count: int) -> None:
    for form in questions(count, KeyPositions.EXACT):
        letters = Counter(question.key[0] for question in form)
        assert {letters[one] for one in "ABCD"} <= {count // 4, -(-count // 4)}
        assert max(len(list(run)) for _, run in groupby(q.key[0] for q in form)) <= 3


@pytest.mark.parametrize("how", KeyPositions)
@pytest.mark.parametrize("count", [5, 20])
def test_over_many_forms_every_letter_has_as_many_keys(count: int, how: KeyPositions) -> None:
    items = [item(f"i{index}", key=index % 4) for index in range(count)]
    letters: Counter[int] = Counter()
    for seed in range(600):
        found = [Keyed.of(one, printed_order(one, one.id, str(seed)), layout_of(one)) for one in items]
        even_out(found, how, Stream("k", str(seed)))
        letters.update(one.place for one in found)

    mean = 600 * count / 4
    assert all(abs(letters[place] - mean) < 3.5 * (mean * 3 / 4) ** 0.5 for place in range(4))


def test_random_keys_stay_as_they_fall() -> None:
    form = questions(10, KeyPositions.RANDOM)[0]

    for question in form:
        assert isinstance(question.item, Choice)
        assert question.order == printed_order(question.item, "form", "7", "e", "A", question.name)


@settings(max_examples=200)
@given(st.lists(CHOICES, min_size=1, max_size=14), st.sampled_from(KeyPositions))
def test_what_stays_put_stays_put(items: list[Choice], how: KeyPositions) -> None:
    found = keyed(items)
    even_out(found, how, Stream("k"))

    for one in found:
        layout, order = layout_of(one.item), one.settled()
        first = len(layout.first)
        assert order[:first] == layout.first
        assert order[first + len(layout.free) :] == layout.last
        assert sorted(order) == list(range(len(order)))
        assert one.item.options[order[one.place]].correct


@settings(max_examples=200)
@given(st.lists(CHOICES, min_size=1, max_size=5))
def test_exact_is_as_even_as_brute_force(items: list[Choice]) -> None:
    found = keyed(items)
    even_out(found, KeyPositions.EXACT, Stream("k"))

    for size in {len(one.order) for one in found}:
        group = [one for one in found if len(one.order) == size]
        ways = product(*(one.allowed for one in group))
        best = min(sum(count**2 for count in Counter(way).values()) for way in ways)
        assert sum(count**2 for count in Counter(one.place for one in group).values()) == best


@settings(max_examples=150)
@given(st.lists(CHOICES, min_size=1, max_size=7))
def test_loose_keeps_shares_and_runs_wherever_brute_force_can(items: list[Choice]) -> None:
    found = keyed(items)
    even_out(found, KeyPositions.LOOSE, Stream("k"))
    placed = [one.place for one in found]
    most = [ceil(share(found, place)) + SLACK for place in range(4)]
    fair = [way for way in product(*(one.allowed for one in found)) if is_fair(way, most)]

    assert is_fair(placed, most) is bool(fair)
    assert not fair or longest(placed) <= 3 or all(longest(list(way)) > 3 for way in fair)


def share(found: list[Keyed], place: int) -> Fraction:
    """Return how many keys a place has in the mean when all are left to chance."""
    return sum((Fraction(1, len(one.order)) for one in found if len(one.order) > place), Fraction())


def is_fair(way: Sequence[int], most: Sequence[int]) -> bool:
    return all(list(way).count(place) <= limit for place, limit in enumerate(most))


@pytest.mark.parametrize("how", [KeyPositions.LOOSE, KeyPositions.EXACT])
@pytest.mark.parametrize("seed", range(20))
def test_a_form_of_items_of_all_sizes_has_no_long_run(how: KeyPositions, seed: int) -> None:
    items = [
        item(f"i{one}", *(f"option {one} {text}" for text in range(2 + one % 4)), shuffle=one % 7 > 0, key=one % 2)
        for one in range(40)
    ]
    paper, _ = draw(bank(module(items=items)), replace(exam(row(40), forms=1), key_positions=how), seed=str(seed))
    assert paper is not None
    placed = [question.key[0] for question in paper.forms[0].questions]

    assert max(len(list(run)) for _, run in groupby(placed)) <= 3


def test_a_key_takes_no_place_of_an_option_that_stays() -> None:
    found = keyed([item("i", "x", "y", "z", "None of these") for _ in range(20)])
    even_out(found, KeyPositions.EXACT, Stream("k"))

    assert Counter(one.place for one in found) in ({0: 7, 1: 7, 2: 6}, {0: 7, 1: 6, 2: 7}, {0: 6, 1: 7, 2: 7})
    assert longest([one.place for one in found]) <= 3


@pytest.mark.parametrize("how", KeyPositions)
def test_a_run_of_keys_that_stay_is_not_broken_up(how: KeyPositions) -> None:
    found = keyed([item("i", shuffle=False) for _ in range(5)] + [item("i") for _ in range(9)])
    even_out(found, how, Stream("k"))

    assert {one.settled() for one in found[:5]} == {(0, 1, 2, 3)}


def test_true_and_false_are_left_alone() -> None:
    found = keyed([item("i", "True", "False") for _ in range(9)])
    even_out(found, KeyPositions.EXACT, Stream("k"))

    assert {one.settled() for one in found} == {(0, 1)}
