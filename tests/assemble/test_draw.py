"""The laws of a drawing, against brute force on small banks."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, combinations_with_replacement, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.assemble.draw import draw, drawing_faults
from deckgen.assemble.faults import CODES
from deckgen.diagnostics import Severity, Span
from deckgen.model.exam import Balance, Exam, Overlap
from deckgen.model.item import Difficulty
from deckgen.model.origin import Origin
from deckgen.model.schema import FormCount, Id, Line
from tests.assemble.banks import Tags, bank, exam, held, item, module, row, shared, tagged

TAGS = st.lists(st.sampled_from("xyz"), unique=True).map(tuple)
ROWS = st.lists(st.tuples(st.integers(1, 2), TAGS), min_size=1, max_size=3)


def fills(items: Iterable[Tags], rows: Iterable[tuple[int, Tags]]) -> bool:
    """Try every way of giving exactly these items to the rows."""
    slots = [set(tags) for count, tags in rows for _ in range(count)]
    chosen = list(items)
    return len(chosen) == len(slots) and any(
        all(slot <= set(tags) for slot, tags in zip(slots, order, strict=True)) for order in set(permutations(chosen))
    )


def feasible(many: Sequence[Tags], rows: Sequence[tuple[int, Tags]]) -> list[tuple[int, ...]]:
    size = sum(count for count, _ in rows)
    return [chosen for chosen in combinations(range(len(many)), size) if fills([many[index] for index in chosen], rows)]


@settings(max_examples=80)
@given(st.lists(TAGS, min_size=1, max_size=6), ROWS.filter(lambda rows: sum(n for n, _ in rows) <= 4))
def test_rows_are_exact_and_overlap_is_the_least_possible(many: list[Tags], rows: list[tuple[int, Tags]]) -> None:
    possible = feasible(many, rows)
    paper, faults = draw(tagged(many), exam(*(row(count, *tags) for count, tags in rows), forms=3))

    assert not faults
    assert (paper is not None) is bool(possible)
    if paper is not None:
        forms = [sorted(int(name.removeprefix("m/i")) for name in form) for form in held(paper)]
        assert all(tuple(form) in possible for form in forms)
        assert shared(forms) == min(shared(three) for three in combinations_with_replacement(possible, 3))


@settings(max_examples=100)
@given(st.lists(TAGS, min_size=1, max_size=6), ROWS.filter(lambda rows: sum(n for n, _ in rows) <= 3))
def test_overlap_none_is_met_or_reported(many: list[Tags], rows: list[tuple[int, Tags]]) -> None:
    possible = feasible(many, rows)
    wanted = replace(exam(*(row(count, *tags) for count, tags in rows)), overlap=Overlap.NONE)
    paper, faults = draw(tagged(many), wanted)

    if any(not set(one) & set(other) for one, other in combinations(possible, 2)):
        assert shared(held(paper)) == 0
        assert not faults
    else:
        assert paper is None
        assert {fault.code for fault in faults} == ({"E703"} if possible else set())


@settings(max_examples=100)
@given(
    st.lists(st.tuples(TAGS, st.sampled_from(Difficulty)), min_size=6, max_size=30),
    ROWS,
    st.integers(2, 7),
)
def test_balanced_forms_differ_by_at_most_one_item_of_a_level(
    many: list[tuple[Tags, Difficulty]], rows: list[tuple[int, Tags]], forms: int
) -> None:
    items = [item(f"i{index}", tags=tags, difficulty=level) for index, (tags, level) in enumerate(many)]
    plain = exam(*(row(count, *tags) for count, tags in rows), forms=forms)
    paper, faults = draw(bank(module(items=items)), replace(plain, balance=Balance.DIFFICULTY))
    unbalanced, _ = draw(bank(module(items=items)), plain)

    assert not faults
    assert (paper is None) is (unbalanced is None)
    if paper is not None:
        for level in Difficulty:
            found = [sum(one.item.difficulty is level for one in form.questions) for form in paper.forms]
            assert max(found) - min(found) <= 1
        assert shared(held(paper)) == shared(held(unbalanced))


@settings(max_examples=80)
@given(
    st.lists(TAGS, min_size=2, max_size=6),
    ROWS.filter(lambda rows: sum(n for n, _ in rows) <= 3),
    st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=6),
)
def test_enemies_meet_only_where_every_form_has_some(
    many: list[Tags], rows: list[tuple[int, Tags]], pairs: set[tuple[int, int]]
) -> None:
    quarrels = {frozenset(pair) for pair in pairs if pair[0] != pair[1] and max(pair) < len(many)}
    items = [
        item(f"i{one}", tags=tags, enemies=[f"i{other}" for first, other in pairs if first == one])
        for one, tags in enumerate(many)
    ]
    possible = feasible(many, rows)
    peaceful = [one for one in possible if not any(pair <= set(one) for pair in quarrels)]
    wanted = exam(*(row(count, *tags) for count, tags in rows))
    paper, faults = draw(bank(module(items=items)), wanted)

    if peaceful:
        forms = [frozenset(int(name.removeprefix("m/i")) for name in form) for form in held(paper)]
        assert not faults
        assert not any(pair <= form for pair in quarrels for form in forms)
    else:
        assert paper is None
        assert {fault.code for fault in faults} == ({"E704"} if possible else set())


def test_many_enemies_are_kept_apart_in_a_hundred_forms() -> None:
    items = [item(f"i{index}", enemies=[f"i{index ^ 1}"]) for index in range(200)]
    paper, faults = draw(bank(module(items=items)), exam(row(50), forms=100))

    assert not faults
    assert all(not {f"m/i{int(name[3:]) ^ 1}" for name in form} & set(form) for form in held(paper))
    assert set(Counter(name for form in held(paper) for name in form).values()) == {25}


def test_many_enemies_are_kept_apart_in_one_form() -> None:
    items = [item(f"i{index}", enemies=[f"i{index ^ 1}"]) for index in range(200)]
    paper, faults = draw(bank(module(items=items)), exam(row(90), forms=1))

    assert not faults
    assert len({int(name[3:]) // 2 for name in held(paper)[0]}) == 90


def test_forms_are_equally_hard_unless_an_exam_does_not_mind() -> None:
    levels = [Difficulty.HARD, Difficulty.EASY] * 20
    whole = bank(module(items=[item(f"i{index}", difficulty=level) for index, level in enumerate(levels)]))
    default = Exam(id=Id("e"), title=Line("E"), blueprint=(row(10),), forms=FormCount(4))

    hard = [len(set(names) & {f"m/i{index}" for index in range(0, 40, 2)}) for names in held(draw(whole, default)[0])]
    assert hard == [5, 5, 5, 5]
    assert held(draw(whole, replace(default, balance=Balance.NONE))[0]) != held(draw(whole, default)[0])


def test_peace_keeps_the_balance_where_it_can() -> None:
    levels = list(Difficulty)
    items = [
        item(f"i{index}", enemies=[f"i{index ^ 1}", f"i{index ^ 2}"], difficulty=levels[index % 3])
        for index in range(120)
    ]
    wanted = replace(exam(row(20), forms=5), balance=Balance.DIFFICULTY)
    paper, faults = draw(bank(module(items=items)), wanted)

    assert not faults
    assert shared(held(paper)) == 0
    assert paper is not None
    for level in levels:
        found = [sum(one.item.difficulty is level for one in form.questions) for form in paper.forms]
        assert max(found) - min(found) <= 1


@pytest.mark.parametrize("seed", "abcdefghijklmnop")
def test_where_exchanges_lead_nowhere_another_attempt_makes_peace(seed: str) -> None:
    items = [
        item("a1", tags=["x"], enemies=["b1", "b2"]),
        item("a2", tags=["x"], enemies=["b1"]),
        item("b1", tags=["y"]),
        item("b2", tags=["y"]),
    ]
    paper, faults = draw(bank(module(items=items)), exam(row(1, "x"), row(1, "y"), forms=1), seed=seed)

    assert not faults
    assert sorted(held(paper)[0]) == ["m/a2", "m/b2"]


def test_items_may_move_within_the_bank() -> None:
    items = [item(f"i{index}", tags="xyz"[index % 3 :], enemies=[f"i{index ^ 1}"]) for index in range(20)]
    wanted = exam(row(3, "z"), row(2, "y"), forms=5)

    moved, _ = draw(bank(module(items=items[::-1])), wanted)
    assert moved == draw(bank(module(items=items)), wanted)[0]


def test_peace_counts_more_than_balance_which_is_then_missed_aloud() -> None:
    hard = [item(f"h{one}", tags=["h"], difficulty=Difficulty.HARD) for one in range(2)]
    easy = [item(f"e{one}", difficulty=Difficulty.EASY, tags=["h"]) for one in range(2)]
    foe = item("foe", tags=["k"], enemies=["h0", "h1"])
    friend = item("friend", tags=["k"])
    whole = bank(module(items=[*hard, *easy, foe, friend]))
    wanted = replace(exam(row(2, "h"), row(1, "k")), balance=Balance.DIFFICULTY, overlap=Overlap.NONE)
    paper, faults = draw(whole, wanted)

    assert {tuple(sorted(form)) for form in held(paper)} == {
        ("m/e0", "m/e1", "m/foe"),
        ("m/friend", "m/h0", "m/h1"),
    }
    assert [(fault.code, fault.severity) for fault in faults] == [("E705", Severity.WARNING)]


def test_an_unmeetable_overlap_is_told_at_its_line_with_what_is_missing() -> None:
    origin = Origin("exams.yaml", (2, 3), {"overlap": (9, 5)})
    rows = [replace(one, origin=Origin("exams.yaml", (10, 7))) for one in (row(2, "x"), row(1))]
    wanted = replace(exam(*rows), overlap=Overlap.NONE, origin=origin)
    _, (fault,) = draw(tagged([("x",), ("x",), ("x",), (), (), ()]), wanted)

    assert fault.span == Span("exams.yaml", 9, 5)
    assert fault.message == (
        "`e`: `overlap: none` cannot be met, for the bank allows 1 form, and 2 are wanted;"
        " `tags: [x]` (exams.yaml:10:7) needs 4 items for 2 forms, but only 3 match: `m/i0`, `m/i1` and `m/i2`;"
        " add 1 more, lower its `count` or `forms`, or write `overlap: min`"
    )


def test_a_row_of_one_item_has_no_count_to_lower() -> None:
    _, (fault,) = draw(tagged([()]), replace(exam(row(1)), overlap=Overlap.NONE))

    assert fault.message.endswith("; add 1 more, lower `forms`, or write `overlap: min`")


def test_a_pair_of_enemies_that_must_meet_is_named() -> None:
    whole = bank(module(items=[item("a", enemies=["b"]), item("b")]))
    paper, (fault,) = draw(whole, exam(row(2), forms=1))

    assert paper is None
    assert fault.code == "E704"
    assert "`m/a` and `m/b` could not be kept out of one form" in fault.message
    assert "`m/a` has `m/b` in its `enemies`" in fault.message


def test_where_enemies_stand_in_the_way_of_overlap_none_the_forms_that_there_can_be_are_told() -> None:
    foes = [item(f"i{one}", enemies=[f"i{other}" for other in range(4) if other != one]) for one in range(4)]
    whole = bank(module(items=[*foes, item("x"), item("y")]))
    wanted = replace(exam(row(2), forms=3), overlap=Overlap.NONE, origin=Origin("e.yaml", (2, 3), {"overlap": (9, 5)}))
    paper, (limit, *quarrels) = draw(whole, wanted)

    assert paper is None
    assert (limit.code, limit.span) == ("E703", Span("e.yaml", 9, 5))
    assert (
        "the bank allows only 2 forms that share no item while enemies are kept apart, and 3 are wanted"
        in limit.message
    )
    assert {fault.code for fault in quarrels} == {"E704"}
    assert drawing_faults(whole, wanted) == (limit, *quarrels)
    assert draw(whole, wanted, forms=2)[0] is not None


def test_every_fault_explains_itself() -> None:
    assert all("Wrong:" in str(one.__doc__) and "Right:" in str(one.__doc__) for one in CODES.values())
