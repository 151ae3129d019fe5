"""What a value says: only what a mark cannot mean otherwise is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.value import is_same, said_by

CHANGES = [
    ("10³ Pods", "103 Pods"),
    ("2*3 GPUs", "23 GPUs"),
    ("3 x - 2", "3 x 2"),
    ("5 - 3", "5 3"),
    ("it is ~~not~~ supported", "it is not supported"),
    ("> 80 GB", "80 GB"),
    ("+ 5", "5"),
    ("- 5", "5"),
    ("C#", "C"),
    ("is it 'no'?", "is it no"),
    ("a `> 80` GB", "a `80` GB"),
    ("`*.txt`", "`.txt`"),
    ("2**3", "23"),
    ("a_b_c", "abc"),
    (r"2 \* 3", "2 3"),
    ("cgroup-v2", "cgroup v2"),
]


@pytest.mark.parametrize(("one", "other"), CHANGES)
def test_what_a_reader_would_see_is_another_value(one: str, other: str) -> None:
    assert not is_same(said_by(one), said_by(other))
    assert not is_same(said_by(other), said_by(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CNCF Incubating", "cncf\n  incubating\n"),
        ("**Pods** `start` *one* __by__ _one_", "Pods start one by one"),
        ("***Pods*** start **one *by* `one`**", "Pods start one by one"),
        ("Pods {{c1::start {{c2::at once::how?}}}}", "Pods start {{c3::at once}}"),
        ("Two:\n- one\n- two", "Two:\n* one\n* two"),
        ("Two:\n- one\n- two", "Two: one two"),
        ("a [page](https://example.org/a_b)", "a page"),
        (r"2 \* 3", "2 * 3"),
        ("a `snake_case` name", "a snake_case name"),
    ],
)
def test_case_white_space_deletions_and_marks_in_pairs_are_no_other_value(one: str, other: str) -> None:
    assert is_same(said_by(one), said_by(other))


@given(st.text(st.characters() | st.sampled_from("*_`[]()\\{}-> \n")))
def test_a_value_is_one_line_whatever_is_written(text: str) -> None:
    assert said_by(text) == " ".join(said_by(text).split())


@given(st.lists(st.sampled_from(["Pods", "5", "one", "v1.37"]), min_size=1), st.sampled_from(["**", "*", "_", "`"]))
def test_marking_words_is_no_change(said: list[str], mark: str) -> None:
    marked = " ".join(f"{mark}{word}{mark}" if place % 2 else word for place, word in enumerate(said))

    assert said_by(marked) == " ".join(said)
