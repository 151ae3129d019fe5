"""Texts that are nearly alike, held against comparing each with each."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.likeness import LARGE, Pair, near_pairs
from deckgen.model.words import words

WORDS = ["pod", "node", "job", "the", "of", "not", "gpu", "two"]
NAMES = [f"m/{letter}" for letter in "abcdefghijkl"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
LEAST = st.sampled_from([0.05, 0.1, 1 / 3, 0.45, 0.5, 0.7, 0.9, 1.0])
STORY = "Eight workers hold a device each and wait for eight more, so that neither job can go on"


@st.composite
def much_alike(draw: st.DrawFn) -> dict[str, str]:
    """Return texts that are one text with some words exchanged or left out."""
    base = draw(st.lists(st.sampled_from(WORDS), min_size=5, max_size=30))
    texts = {}
    for name in NAMES:
        text = list(base)
        for place in draw(st.lists(st.integers(0, len(base) - 1), max_size=9)):
            text[place] = draw(st.sampled_from([*WORDS, "", "", ""]))
        texts[name] = " ".join(text)
    return texts


def runs(text: str) -> set[tuple[str, ...]]:
    """Return each word with the two that follow it, without those that say nothing."""
    every = [*(word for word in words(text) if word not in ("the", "of")), "", ""]
    return set(zip(every, every[1:], every[2:], strict=False))


def compared(texts: dict[str, str], least: float) -> list[Pair]:
    """Return the pairs that are alike, by comparing each text with each."""
    found = []
    for one, other in combinations(sorted(texts), 2):
        both, either = runs(texts[one]) & runs(texts[other]), runs(texts[one]) | runs(texts[other])
        if either and round(len(both) / len(either), 9) >= round(least, 3):
            found.append(Pair(one, other, len(both) / len(either)))
    return found


@given(st.dictionaries(st.sampled_from(NAMES), TEXT) | much_alike(), LEAST)
def test_pairs_are_those_that_comparing_each_with_each_finds(texts: dict[str, str], least: float) -> None:
    assert compared(texts, least) == list(near_pairs(texts, least))


@given(much_alike())
def test_the_order_of_texts_changes_nothing(texts: dict[str, str]) -> None:
    turned = dict(reversed(texts.items()))

    assert near_pairs(texts, 0.5) == near_pairs(turned, 0.5)


@given(much_alike(), TEXT)
def test_another_text_changes_nothing_for_those_that_were_there(texts: dict[str, str], new: str) -> None:
    after = near_pairs({**texts, "n/new": new}, 0.5)

    assert near_pairs(texts, 0.5) == tuple(pair for pair in after if pair.other != "n/new")


@pytest.mark.parametrize("changed", [STORY.upper(), f"**{STORY}**.", STORY.replace(" a ", " the "), f"{STORY}\n"])
def test_case_markup_punctuation_and_articles_do_not_count(changed: str) -> None:
    assert near_pairs({"a": STORY, "b": changed}, 1) == (Pair("a", "b", 1),)


def test_texts_without_words_are_like_nothing() -> None:
    assert near_pairs({"a": "", "b": "", "c": "?!", "d": "of the"}, 0.1) == ()


def test_a_large_family_yields_some_pairs_for_each_member() -> None:
    texts = {f"m/{number:03}": f"{STORY} {number}" for number in range(200)}

    pairs = near_pairs(texts, 0.5)

    assert {name for pair in pairs for name in (pair.one, pair.other)} == texts.keys()
    assert len(pairs) < LARGE * len(texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Which `Pod` is *it*? nvidia.com/gpu: 1", ["which", "pod", "is", "it", "nvidia", "com", "gpu", "1"]),
        ("“Größe” — ¿qué?", ["grösse", "qué"]),
        ("e\u0301t\u00e9", ["été"]),
        ("漢字、かな", ["漢", "字", "か", "な"]),
        ("שלום עולם", ["שלום", "עולם"]),
        ("\ud800 a", ["\ud800", "a"]),
        ("", []),
    ],
)
def test_words_are_found_in_any_language(text: str, expected: list[str]) -> None:
    assert expected == words(text)
