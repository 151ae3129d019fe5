"""Which words of an old value a text still says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks._shared.lingering import Change
from deckgen.checks._shared.word_runs import Names, words

HOME = Change.of("CNCF Incubating", "CNCF Graduated", Names.of(["Kubeflow"]), Names.of(["Volcano", "KServe"]))
STAGE = Change.of(
    "The gang scheduler of Kubernetes is Beta in v1.37", "The gang scheduler of Kubernetes is GA in v1.38"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kubeflow is **Incubating**.", "incubating"),
        ("An incubating project of the CNCF, `Kubeflow`, fits.", "incubating"),
        ("Volcano is incubating, Kubeflow is not.", None),
        ("Kubeflow has left the incubating projects and is graduated.", None),
        ("The team is incubating an idea.", None),
        ("Kubeflow is a CNCF project.", None),
    ],
)
def test_a_word_counts_near_its_subject(text: str, expected: str | None) -> None:
    assert HOME.lingers_in(text, "Which project fits?") == ((expected,) if expected else ())


def test_a_stem_that_names_the_subject_alone_is_context() -> None:
    assert HOME.lingers_in("Incubating", "At which level is Kubeflow?") == ("incubating",)
    assert HOME.lingers_in("Incubating", "At which level are Kubeflow and Volcano?") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The gang scheduler is Beta in Kubernetes 1.37.", "beta"),
        ("Version v1.37 has a gang scheduler in Kubernetes itself.", "v1.37"),
        ("A beta of another program.", None),
        ("The gang scheduler of Kubernetes is in v1.38.", None),
    ],
)
def test_without_a_subject_a_word_counts_among_the_words_that_stayed(text: str, expected: str | None) -> None:
    assert STAGE.lingers_in(text, "") == ((expected,) if expected else ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In v1.37 the gang scheduler of Kubernetes is still Beta.", ("v1.37", "beta")),
        ("The gang scheduler of Kubernetes is Beta in v1.37.", ("the gang scheduler of kubernetes is beta in v1.37",)),
        ("Kubernetes: Beta, Beta, and for the gang scheduler Beta.", ("beta",)),
    ],
)
def test_all_that_lingers_is_told_once_in_the_order_of_the_text(text: str, expected: tuple[str, ...]) -> None:
    assert STAGE.lingers_in(text, "") == expected


def test_names_are_found_where_they_stand() -> None:
    names = Names.of(["Kubeflow", "Kubeflow Trainer", "**", "Trainer x"])

    assert list(names.found_in(words("Use Kubeflow Trainer"))) == [(1, ("kubeflow",)), (1, ("kubeflow", "trainer"))]
    assert list(names.found_in(words("Use Kubeflow Trainer"), -3, 1)) == []


@pytest.mark.parametrize(("old", "new"), [("8 GPUs", "9 GPUs"), ("It is on", "It is off"), ("the", "a"), ("", "x")])
def test_small_words_and_lone_numbers_are_silent(old: str, new: str) -> None:
    assert Change.of(old, new).lingers_in(f"There are {old} of them, and that is that.", "") == ()


@given(st.text(), st.text(), st.lists(st.text()), st.lists(st.text()), st.text(), st.text())
def test_whatever_is_written_only_words_of_the_old_value_are_named(
    old: str, new: str, subject: list[str], rivals: list[str], text: str, stem: str
) -> None:
    for said in (text, f"{stem} {old} {text}", new):
        found = Change.of(old, new, Names.of(subject), Names.of([*subject, *rivals])).lingers_in(said, stem)

        assert all(run in " ".join(words(old)) for run in found)


@given(st.text(), st.text("ab "))
def test_what_the_new_value_says_does_not_linger(old: str, new: str) -> None:
    assert Change.of(old, new).lingers_in(new, "") == ()
