"""Nothing that stands in a blueprint makes the drawing fail or take for ever."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.assemble.capacity import capacity, capacity_words
from deckgen.assemble.draw import draw
from deckgen.assemble.pool import Pool
from deckgen.assemble.shortage import shortages
from deckgen.checks import Context, run_checks
from deckgen.model.bank import Bank
from deckgen.model.exam import Balance, BlueprintRow, Exam, KeyPositions, Kind, Order, Overlap
from deckgen.model.item import Bloom, Difficulty
from deckgen.model.lock import Lock
from deckgen.model.schema import Count, FormCount, Id, Line, Reference, Word
from tests.assemble.banks import bank, exam, held, item, module, open_question, row, table
from tests.assemble.steps import steps_of
from tests.checks.running import DAY

NAMES = st.sampled_from(["m/i0", "m/i1", "m/i2", "m/why", "m/t.a.tool-does", "m/gone", "", "i0", "\udc80", "x" * 90])
ROW = st.builds(
    BlueprintRow,
    count=st.sampled_from([1, 1, 1, 2, 3, 7, 999_999]).map(Count),
    module=st.none() | st.sampled_from(["m", "n", ""]).map(Id),
    objective=st.none() | st.sampled_from(["tools", "m/tools", "/"]).map(Reference),
    difficulty=st.none() | st.sampled_from(Difficulty),
    bloom=st.none() | st.sampled_from(Bloom),
    tags=st.lists(st.sampled_from(["x", "y", "", "\udc80"]).map(Word), max_size=2).map(tuple),
    kind=st.none() | st.sampled_from(Kind),
    generated=st.booleans(),
    items=st.lists(NAMES.map(Reference), max_size=4).map(tuple),
)
EXAM = st.builds(
    Exam,
    id=st.just(Id("e")),
    title=st.just(Line("E")),
    blueprint=st.lists(ROW, max_size=8).map(tuple),
    forms=st.sampled_from([1, 2, 3, 26, 27, 500]).map(FormCount),
    seed=st.sampled_from(["1", "", "\udc80", "é", "x" * 3000]).map(Line),
    order=st.sampled_from(Order),
    balance=st.none() | st.sampled_from(Balance),
    overlap=st.sampled_from(Overlap),
    key_positions=st.sampled_from(KeyPositions),
)


def odd_bank() -> Bank:
    """Return a bank of few items, some of them enemies."""
    items = [
        item(f"i{one}", tags="xy"[one % 3 :], enemies=["i1", "t.a.tool-does"] if one == 2 else [], objective="tools")
        for one in range(9)
    ]
    made = table("t", ("a", "A", "aa"), ("b", "B", "bb"), ("c", "C", "cc"))
    return bank(module("m", [*items, open_question("why")], [made]), module("n", [item("i0", tags=["x"])]))


@settings(max_examples=150)
@given(EXAM)
def test_whatever_a_blueprint_asks_for_forms_are_exact_or_there_are_none(wanted: Exam) -> None:
    whole = replace(odd_bank(), exams=(wanted,))
    paper, faults = draw(whole, wanted)
    verdict = run_checks(Context(whole, Lock(), DAY))

    assert not verdict.defects
    if paper is None:
        assert faults or [one for one in verdict.found if one.code in ("E701", "E702")]
    else:
        assert len(paper.forms) == wanted.forms
        assert all(len(set(form)) == len(form) == wanted.size for form in held(paper))


@settings(max_examples=60)
@given(EXAM)
def test_whatever_a_blueprint_asks_for_it_has_a_capacity(wanted: Exam) -> None:
    pool = Pool.of(odd_bank(), wanted)
    found = capacity(wanted, pool)

    assert 0 <= found.drawn <= found.counted
    assert all("\n" not in line for line in capacity_words(wanted, pool, found))


def test_five_hundred_rows_and_a_form_of_a_thousand_items_are_no_hindrance() -> None:
    whole = bank(module(items=[item(f"i{one}", tags=[f"t{one % 500}"]) for one in range(1500)]))
    wanted = exam(*(row(2, f"t{one}") for one in range(500)), forms=1)

    assert steps_of(lambda: draw(whole, wanted), 20_000_000)
    assert len(held(draw(whole, wanted)[0])[0]) == 1000


def test_two_hundred_rows_that_are_short_together_are_told_in_time() -> None:
    ring = {f"i{one}": tuple(sorted({one % 200, (one + 1) % 200})) for one in range(2000)}
    needs = [11] + [10] * 199  # one item too many, and no row can be left out

    assert steps_of(lambda: list(shortages(needs, ring)), 1_000_000)
    assert [(len(one.rows), one.missing) for one in shortages(needs, ring)] == [(200, 1)]


@pytest.mark.parametrize(("enemies", "most"), [((), 2_500_000), (("i1", "i7"), 5_500_000)])
def test_a_hundred_forms_of_fifty_take_less_than_a_second(enemies: tuple[str, ...], most: int) -> None:
    """Two and a half million steps took a quarter of a second of CPU time when they were counted."""
    items = [item(f"i{one}", tags=[f"t{one % 5}"], enemies=enemies if one % 3 == 0 else ()) for one in range(500)]
    wanted = replace(exam(*(row(10, f"t{one}") for one in range(5)), forms=100), balance=Balance.DIFFICULTY)

    assert steps_of(lambda: draw(bank(module(items=items)), wanted), most)


def test_a_paper_of_many_long_forms_with_enemies_takes_no_more_than_its_size() -> None:
    items = [item(f"i{one}", tags=[f"t{one % 5}"], enemies=[f"i{one * 7 % 400}"][one % 3 :]) for one in range(400)]
    wanted = replace(exam(*(row(24, f"t{one}") for one in range(5)), forms=100), balance=Balance.DIFFICULTY)

    assert steps_of(lambda: draw(bank(module(items=items)), wanted), 9_000_000)
