"""The words of prose, without the marks of Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.plain import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one\n  *two* **three**\n", "one two three"),
        ("`nvidia.com/gpu: 1` in a `*.txt`", "nvidia.com/gpu: 1 in a *.txt"),
        ("snake_case and _stress_", "snake_case and stress"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("a [link](https://example.org/a_b) and ![a picture](p.png)", "a link and a picture"),
        ("Pods go {{c1::one by one}} or {{c2::at once::how?}}", "Pods go one by one or at once"),
        ("{{c1::Pods {{c2::queue::verb}} up}}", "Pods queue up"),
        ("an open {{c1::brace and { one } in it}}", "an open brace and { one } in it"),
        ("```yaml\na: 1\n```\nWhat is it?", "a: 1 What is it?"),
        ("# Head\n- first\n> quoted", "Head first quoted"),
        (r"a \* b", "a * b"),
        ("a ____ blank, a **___** one", "a ____ blank, a ___ one"),
        ("", ""),
    ],
)
def test_a_reader_sees_the_words(text: str, expected: str) -> None:
    assert plain(text) == expected


@given(st.text())
def test_words_are_on_one_line_whatever_is_written(text: str) -> None:
    assert plain(text) == " ".join(plain(text).split())
