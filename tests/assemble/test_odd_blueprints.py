"""Nothing that stands in a blueprint makes the drawing fail or take for ever."""

import time
from dataclasses import replace

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


def test_a_thousand_rows_and_a_form_of_two_thousand_items_are_no_hindrance() -> None:
    whole = bank(module(items=[item(f"i{one}", tags=[f"t{one % 1000}"]) for one in range(3000)]))
    start = time.process_time()
    paper, faults = draw(whole, exam(*(row(2, f"t{one}") for one in range(1000)), forms=1))

    assert not faults
    assert len(held(paper)[0]) == 2000
    assert time.process_time() - start < 60


def test_two_hundred_rows_that_are_short_together_are_told_in_time() -> None:
    matching = {f"i{one}": tuple(sorted({one % 200, one * 7 % 200, one * 13 % 200})) for one in range(2000)}
    start = time.process_time()
    found = list(shortages([12] * 200, matching))

    assert found
    assert time.process_time() - start < 30


def test_a_hundred_forms_of_fifty_are_drawn_in_time() -> None:
    whole = bank(module(items=[item(f"i{one}", tags=[f"t{one % 5}"]) for one in range(500)]))
    wanted = replace(exam(*(row(10, f"t{one}") for one in range(5)), forms=100), balance=Balance.DIFFICULTY)
    start = time.process_time()
    paper, _ = draw(whole, wanted)

    assert paper is not None
    assert time.process_time() - start < 20
