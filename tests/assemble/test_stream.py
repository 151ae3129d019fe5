from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from deckgen.assemble.stream import Stream, rank


def test_a_stream_is_the_same_on_every_machine() -> None:
    stream = Stream("a", "b")

    assert [stream.below(1000) for _ in range(6)] == [811, 744, 66, 618, 216, 278]


def test_labels_do_not_run_together() -> None:
    assert rank("a", "b") != rank("ab") != rank("a:b")
    assert rank("1:a") != rank("1", "a")


@given(st.integers(1, 2**32))
def test_numbers_stay_below_the_bound(bound: int) -> None:
    stream = Stream(str(bound))

    assert all(0 <= stream.below(bound) < bound for _ in range(20))


@given(st.lists(st.integers()), st.text())
def test_shuffling_keeps_every_element(sequence: list[int], label: str) -> None:
    assert sorted(Stream(label).shuffled(sequence)) == sorted(sequence)


def test_all_orders_are_equally_likely() -> None:
    orders = Counter(tuple(Stream(str(turn)).shuffled("abc")) for turn in range(6000))

    assert len(orders) == 6
    # five degrees of freedom: chi squared passes 20.5 once in a thousand; the streams are fixed
    assert sum((count - 1000) ** 2 / 1000 for count in orders.values()) < 20.5
