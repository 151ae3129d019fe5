from collections import Counter

import pytest

from deckgen.assemble.shuffle import printed_order
from deckgen.model.item import Place
from tests.assemble.banks import item


def orders(*texts: str, places: dict[int, Place] | None = None) -> set[tuple[int, ...]]:
    return {printed_order(item("i", *texts, places=places), str(turn)) for turn in range(200)}


def test_options_without_a_place_take_every_order() -> None:
    counted = Counter(printed_order(item("i", "a x", "b x", "c x"), str(turn)) for turn in range(3000))

    assert len(counted) == 6
    assert min(counted.values()) > 400


def test_an_item_that_is_not_shuffled_keeps_the_authored_order() -> None:
    assert {printed_order(item("i", shuffle=False), str(turn)) for turn in range(50)} == {(0, 1, 2, 3)}


@pytest.mark.parametrize("pair", [("True", "False"), ("false.", "**True**"), ("Yes", "No"), ("no", "yes")])
def test_a_pair_of_opposites_keeps_its_order(pair: tuple[str, str]) -> None:
    assert orders(*pair) == {(0, 1)}


@pytest.mark.parametrize(
    "text",
    [
        "All of the above",
        "none of the above.",
        "None of these",
        "**None** of them",
        "Both A and B",
        "A and C",
        "Neither A nor B",
        "all of the other options",
        "None of the above is correct",
        "All of the above are correct",
        "Both of these",
        "Both.",
        "Neither",
        "A and C only",
        "A, B and D",
    ],
)
def test_an_option_about_the_others_stays_last(text: str) -> None:
    found = orders(text, "one", "two", "three")

    assert {order[-1] for order in found} == {0}
    assert len(found) == 6


@pytest.mark.parametrize(
    "text", ["All of the Pods restart", "None", "Both Pods", "None of the nodes", "None of these nodes", "A Pod"]
)
def test_an_option_about_the_matter_moves(text: str) -> None:
    assert len({order.index(0) for order in orders(text, "one", "two")}) == 3


def test_several_options_about_the_others_keep_their_order_at_the_end() -> None:
    assert {order[2:] for order in orders("All of these", "one", "None of these", "two")} == {(0, 2)}


def test_the_authors_place_counts() -> None:
    found = orders("one", "two", "three", "None of these", places={1: Place.FIRST, 0: Place.LAST})

    assert found == {(1, 2, 0, 3)}


def test_the_authors_place_overrides_the_words() -> None:
    assert {order[0] for order in orders("one", "All of these", places={1: Place.FIRST})} == {1}
