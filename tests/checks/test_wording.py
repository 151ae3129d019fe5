"""What the rules about the wording of one item find, and their near misses."""

from dataclasses import replace

import pytest

from deckgen.checks import Context
from deckgen.model.bank import Bank
from deckgen.model.item import Choice
from deckgen.model.lock import Lock
from deckgen.model.origin import Origin
from tests.checks.one_item import CHECKS, HEAD, MODULE, found, made
from tests.checks.running import DAY


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Job", "Pod", "None of the mentioned"), True),
        (("Job", "Pod", "More than one of the above"), True),
        (("Job", "Pod", "Two of the above"), True),
        (("Job", "Pod", "A and B"), True),
        (("Job", "Pod", "Two of them"), False),
        (("B and C", "A and E", "A and B"), False),
        (("C and E", "C and F", "C and G"), False),
        (("A or O", "A or B", "B or AB"), False),
    ],
)
def test_an_option_refers_to_others_unless_its_letters_are_names(texts: tuple[str, ...], expected: bool) -> None:
    assert expected == found(made(stem="Which is it?", texts=texts), "I303")


def test_letters_of_the_stem_are_names_in_the_options() -> None:
    item = made(stem="Nodes A and B are full. Which starts?", texts=("A and B", "Nothing", "Both of them"))

    assert found(item, "I303")
    assert not found(made(stem=item.stem, texts=("A and B", "Nothing", "All Pods")), "I303")


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("What do these lines print?\n\nx = 1\nprint(x)", False),
        ("What do they print? They are old.", False),
        ("Round 2.345 to two decimals.", False),
        ("Rearrange the words.", False),
        ("It is \\_\\_\\_\\_ that ends.", False),
        ("A patient has a fever. Most likely diagnosis", False),
        ("A script runs for two hours and ends.", True),
        ("It grows by a third. Its owner waits.", True),
    ],
)
def test_a_stem_asks_by_a_question_an_order_or_a_blank(stem: str, expected: bool) -> None:
    assert expected == found(made(stem=stem), "I304")


def test_a_statement_that_the_options_judge_asks() -> None:
    texts = ("I agree", "I disagree")

    assert not found(made(stem="Water is wet.", texts=texts), "I304")
    assert found(made(stem="Water is wet.", texts=("I agree", "It depends")), "I304")


@pytest.mark.parametrize(
    ("stem", "texts", "expected"),
    [
        ("How many?", ("8", "2", "4"), True),
        ("How much?", ("2.25", "2.5", "2.75"), True),
        ("What follows?", ("3.8", "3.9", "3.10"), False),
        ("Which time signature has a waltz?", ("3/4", "4/4", "6/8"), False),
        ("Which HTTP status is a redirect?", ("200", "301", "404"), False),
        ("How many HTTP requests are made?", ("20", "301", "404"), True),
        ("Which port is open?", ("22", "80", "443"), False),
        ("In which chapter is it?", ("1.1", "1.2", "1.3"), False),
    ],
)
def test_numbers_that_are_names_need_no_order(stem: str, texts: tuple[str, ...], expected: bool) -> None:
    assert expected == found(made(stem=stem, texts=texts, key=texts[0]), "I306")


@pytest.mark.parametrize(("language", "expected"), [("en", True), ("de", False)])
def test_a_sign_that_groups_digits_in_one_language_only_is_let_be(language: str, expected: bool) -> None:
    item = made(texts=("1.500", "2.500", "500"), key="500")

    assert expected == found(item, "I306", language)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("It restarts the node", "It restarts the Pod", "It restarts the kubelet"), True),
        (("The law of sines", "The law of cosines", "The law of large numbers"), True),
        (("The Treaty of Trianon", "The Treaty of Versailles", "The Treaty of Rome"), False),
        (('file = open("a",', 'file = open("b",', 'file = open("c",'), False),
        (("2 + 2 = 4", "2 + 2 = 5", "2 + 2 = 6"), False),
        (("for i in range(3):", "for i in 3:", "for i in list:"), False),
    ],
)
def test_shared_words_are_moved_to_the_stem_unless_they_are_code_or_a_name(
    texts: tuple[str, ...], expected: bool
) -> None:
    assert expected == found(made(texts=texts), "I307")


@pytest.mark.parametrize(
    ("rationale", "expected"),
    [
        ("TODO", True),
        ("TBD.", True),
        ("See above.", True),
        ("It is the right one.", True),
        ("This is correct.", True),
        ("See above, it ends.", False),
        ("It is the right one to end.", False),
        ("It is correct, for it ends.", False),
    ],
)
def test_a_promise_or_a_verdict_is_no_reason(rationale: str, expected: bool) -> None:
    assert expected == found(made(rationale=rationale), "R403")


def test_a_key_that_reads_like_a_verdict_is_repeated_all_the_same() -> None:
    texts = ("The node is right", "Job", "Pod")

    assert found(made(texts=texts, key="The node is right", rationale="The node is right."), "R403")


def test_a_why_that_could_not_be_read_is_not_missing() -> None:
    item = made(rationale="")
    marked = Origin("items.yaml", marks={"why": (1, 1)})
    unread = tuple(replace(one, origin=marked) if one.correct else one for one in item.options)

    assert [found(one, "R403") for one in (item, replace(item, options=unread))] == [True, False]


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Which of these **is not a** resource?", False),
        ("**Which of these is not a resource?**", True),
        ("Which of these **is not a useful workload** resource?", True),
    ],
)
def test_what_stresses_a_whole_sentence_stresses_no_word(stem: str, expected: bool) -> None:
    assert expected == found(made(stem=stem), "I302")


def test_an_article_is_held_against_options_where_there_is_one_gap() -> None:
    texts = ("operator", "deployment", "scheduler")

    assert found(made(stem="It is an ___ of them.", texts=texts), "I208")
    assert not found(made(stem="It is an ___ of a ___.", texts=texts), "I208")


def test_an_option_that_sums_up_is_not_absolute() -> None:
    texts = ("It never ends", "It ends", "All of the above")

    assert found(made(texts=("It never ends", "It ends", "All Pods end"), key="It ends"), "I204")
    assert not found(made(texts=texts, key="It ends"), "I204")


@pytest.mark.parametrize(("count", "keys", "expected"), [(5, 1, False), (6, 1, True), (6, 2, False), (7, 2, True)])
def test_an_item_has_five_options_or_six_where_several_are_right(count: int, keys: int, expected: bool) -> None:
    item = made(texts=tuple(f"Job {number}" for number in range(count)))
    marked = tuple(replace(one, correct=number < keys) for number, one in enumerate(item.options))

    assert expected == found(replace(item, options=marked), "I308")


def test_letters_before_all_options_are_one_finding() -> None:
    item = made(texts=("A) Job", "B) Pod", "C) Node"))

    assert count(item, "R401") == 1
    assert count(replace(item, shuffle=False), "R405") == 1


def test_one_text_is_found_once_in_a_fixed_order() -> None:
    item = made(rationale="Option A restarts it. The first option is wrong.")

    assert count(replace(item, shuffle=False), "R405") == 1


def test_an_option_that_sums_up_by_letters_is_another_rules() -> None:
    item = replace(made(texts=("Job", "Pod", "Both A and B")), shuffle=False)

    assert [found(item, code) for code in ("R405", "I303")] == [False, True]


def test_a_word_is_rare_by_the_stems_of_its_module() -> None:
    item = made(
        stem="Which part advertises its devices?",
        texts=("The device plugin", "The container runtime", "The service proxy"),
        key="The device plugin",
    )

    assert [count(item, "I205", copies) for copies in (1, 2, 20)] == [1, 0, 0]


def count(item: Choice, code: str, copies: int = 1) -> int:
    """Return how often a rule speaks of a module of such items."""
    bank = Bank(head=HEAD, modules=(replace(MODULE, items=(item,) * copies),))
    return len(list(CHECKS[code](bank, Context(bank, Lock(), DAY))))
