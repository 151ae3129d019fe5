"""Keys that their length betrays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks._shared.lengths import much_longer_key, visible_length
from deckgen.model.item import Choice, Option
from deckgen.model.schema import Id, Prose

WORD = st.sampled_from(["Pod", "node", "volumes", "controller", "`Job`", "**one**", "[docs](https://example.org/page)"])
TEXT = st.lists(WORD, min_size=1, max_size=5, unique=True).map(" ".join)
OPTIONS = st.lists(st.tuples(TEXT, st.booleans()), max_size=5)


@pytest.mark.parametrize(
    ("key", "distractor", "expected"),
    [
        (60, 40, True),
        (59, 40, False),
        (59, 39, True),
        (58, 39, False),
        (30, 10, True),
        (29, 10, False),
        (20, 1, False),
        (149, 100, False),
    ],
)
def test_a_key_is_much_longer_by_half_as_many_characters_and_twenty(key: int, distractor: int, expected: bool) -> None:
    item = choice([("k" * key, True), ("d" * distractor, False), ("d", False)])

    assert (much_longer_key(item) is not None) == expected


@given(OPTIONS)
def test_a_key_is_much_longer_by_what_a_reader_sees(options: list[tuple[str, bool]]) -> None:
    item = choice(options)
    keys = [visible_length(option.text) for option in item.options if option.correct]
    others = [visible_length(option.text) for option in item.options if not option.correct]

    pair = much_longer_key(item)

    expected = bool(keys and others) and min(keys) >= max(1.5 * max(others), max(others) + 20)
    assert (pair is not None) == expected
    assert pair is None or (visible_length(pair[0].text), visible_length(pair[1].text)) == (min(keys), max(others))


def choice(options: list[tuple[str, bool]]) -> Choice:
    """Return an item with these texts, right or wrong."""
    made = tuple(Option(text=Prose(text), correct=correct) for text, correct in options)
    return Choice(id=Id("i"), stem=Prose("Which?"), options=made)
