"""No wrong key passes: every mutant of a proven item is refused."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.checks import Context, run_checks
from deckgen.checks._shared.sameness import forgiven, shown
from deckgen.checks.equal_options import may_have_equals
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Option
from deckgen.model.lock import Lock
from deckgen.model.origin import NOWHERE
from deckgen.model.schema import Id, Prose
from deckgen.sources.bank_yaml import read_bank
from tests.checks.running import DAY
from tests.commands import KCNA
from tests.mutation import KEY_RULES

SHIPPED: Final = read_bank(KCNA).bank
assert SHIPPED is not None
HEAD: Final = SHIPPED.head
MODULE: Final = SHIPPED.modules[0]
ITEMS: Final = tuple(item for module in SHIPPED.modules for item in module.choices if item.answer)
LETTERS: Final = st.text(alphabet="aAbB1 .,-_*`'\"!?~:", min_size=1, max_size=6)


def test_there_are_items_to_mutate() -> None:
    assert len(ITEMS) >= 7


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_the_item_itself_passes(item: Choice) -> None:
    assert codes(item) == set()


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_other_set_of_marks_is_refused(item: Choice) -> None:
    mutants = list(remarked(item))

    assert len(mutants) == 2 ** len(item.options) - 1
    assert all(codes(mutant) for mutant in mutants)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_change_of_the_keys_text_is_refused(item: Choice) -> None:
    mutants = [*retold(item), *dropped(item)]

    assert len(mutants) >= 5
    assert all(codes(mutant) & {"K101", "K104", "K107", "K108"} for mutant in mutants)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_other_answer_is_refused(item: Choice) -> None:
    others = [option.text for option in item.options if not option.correct]

    assert all(codes(replace(item, answer=(*item.answer, other))) == {"K108"} for other in others)
    assert all(codes(replace(item, origin=NOWHERE, answer=(other,))) == {"K108"} for other in others)
    assert codes(replace(item, origin=NOWHERE, answer=(Prose("Nothing of this"),))) == {"K107"}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_the_order_of_the_options_is_free(item: Choice) -> None:
    assert codes(replace(item, options=item.options[::-1])) == set()


@given(st.lists(LETTERS, min_size=2, max_size=4))
def test_options_that_read_the_same_are_found(texts: list[str]) -> None:
    item = quick(texts)
    stripped = [text.strip() for text in texts]

    assert len(set(stripped)) == len(stripped) or "K104" in codes(item)


@given(LETTERS, LETTERS)
def test_the_quick_look_at_options_misses_no_equal_ones(one: str, other: str) -> None:
    assert may_have_equals(quick([one, other])) or forgiven(shown(one)) != forgiven(shown(other))


@given(LETTERS, LETTERS)
def test_options_that_differ_after_folding_are_never_called_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other) or "K104" not in codes(quick([one, other]))


@pytest.mark.parametrize(
    ("stem", "texts", "expected"),
    [
        ("Which?", ("Gang scheduling", "gang scheduling.", "Backfill"), True),
        ("Which?", ("Gang scheduling", "**Gang scheduling**", "Backfill"), True),
        ("Which?", ("`kubectl get`", "`kubectl get` ", "Backfill"), True),
        ("Which?", ("`kubectl get`", "kubectl get", "Backfill"), True),
        ("Which?", ("Ｃａｆé noir", "Cafe\u0301 noir", "Tea"), True),
        ("What does `greet()` say?", ("Hello world", "hello world", "Nothing"), False),
        ("Which?", ("Hello world", "hello world", "Hello world."), False),
        ("Which?", ("Hello world", "hello world", "hello()"), False),
        ("Which?", ("Let's eat, Ann", "Let's eat Ann", "Eat"), False),
        ("Which?", ("re-sign it", "re sign it", "Sign"), False),
        ("Which?", ("North America", "north America", "North america"), False),
        ("Which?", ("True", "true", "1"), False),
        ("Which?", ("Mg", "mg", "Mn"), False),
        ("Which?", ("Dr.", "Dr", "Doctor"), False),
        ("Which?", ("10³", "103", "30"), False),
        ("Which?", ("> 5", "5", "< 5"), False),
        ("Which?", ("*args", "args", "arg"), False),
        ("Which?", ("__init__", "init", "_init"), False),
        ("Which?", ("2*3*4", "234", "24"), False),
        ("Which?", ("a\nb", "a b", "ab"), False),
        ("Which?", ("the line\nends", "the line ends", "ends"), False),
    ],
)
def test_signs_that_may_be_what_is_asked_count(stem: str, texts: tuple[str, ...], expected: bool) -> None:
    item = replace(quick(list(texts)), stem=Prose(stem))

    assert expected == ("K104" in codes(item))


def codes(item: Choice) -> set[str]:
    """Return what the rules about keys find in a bank of this item alone."""
    alone = Bank(head=HEAD, modules=(replace(MODULE, items=(item,)),))
    return {one.code for one in run_checks(Context(alone, Lock(), DAY), KEY_RULES).found}


def quick(texts: list[str]) -> Choice:
    """Return an item with these options."""
    options = tuple(Option(text=Prose(text), correct=place == 0) for place, text in enumerate(texts))
    return Choice(id=Id("quick"), stem=Prose("Which?"), options=options)


def remarked(item: Choice) -> Iterator[Choice]:
    """Yield the item with every other set of marks."""
    own = tuple(option.correct for option in item.options)
    for marks in product((False, True), repeat=len(own)):
        if marks != own:
            pairs = zip(item.options, marks, strict=True)
            yield replace(item, options=tuple(replace(option, correct=mark) for option, mark in pairs))


def retold(item: Choice) -> Iterator[Choice]:
    """Yield the item with each key's text changed, among others into each distractor's."""
    for place, option in enumerate(item.options):
        if option.correct:
            wrong = [one.text for one in item.options if not one.correct]
            for text in (f"{option.text} x", f"{option.text}.", option.text[1:], option.text.swapcase(), *wrong):
                changed = replace(option, text=Prose(text))
                yield replace(item, options=(*item.options[:place], changed, *item.options[place + 1 :]))


def dropped(item: Choice) -> Iterator[Choice]:
    """Yield the item without each of its keys."""
    for key in item.key:
        yield replace(item, origin=NOWHERE, options=tuple(option for option in item.options if option is not key))
