"""Who never meets in one form, why, and that it is said when they cannot be kept apart."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.assemble.draw import draw
from deckgen.assemble.pool import Pool
from deckgen.assemble.stream import Stream
from deckgen.checks import Context
from deckgen.diagnostics import Diagnostic
from deckgen.model.alike import alike_pairs, pairs_among
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Ignore, Option
from deckgen.model.lock import Lock
from deckgen.model.module import Module, ModuleHead
from deckgen.model.same_question import Question
from deckgen.model.schema import Id, Line, Prose, Word
from tests.assemble.banks import bank, exam, held, item, module, row, shared, table
from tests.assemble.solver import Problem, least
from tests.checks.running import DAY, found

STORY = "Eight workers hold one device each and wait for eight more that others hold"
HOME = Module(head=ModuleHead(id=Id("m"), title=Line("M")))


def told(name: str, story: str = STORY, key: str = "Gang scheduling", rule: str = "") -> Choice:
    """Make an item about a story; with a rule its author accepts what this rule finds."""
    options = (Option(text=Prose(key), correct=True), *(Option(text=Prose(one)) for one in ("Priority", "Preemption")))
    ignore = (Ignore(rule=Word(rule), reason=Prose("so it is")),) if rule else ()
    return Choice(id=Id(name), stem=Prose(f"{story}. What helps?"), options=options, ignore=ignore, objective=None)


def drawn(*items: Choice) -> tuple[bool, tuple[Diagnostic, ...]]:
    """Tell whether two items stand in one form, and what is said of it."""
    paper, faults = draw(bank(module(items=items)), exam(row(2), forms=1))
    return paper is not None, faults


def test_items_that_say_nearly_the_same_are_kept_apart() -> None:
    is_drawn, (fault,) = drawn(told("one"), told("two", f"{STORY} since noon"))

    assert not is_drawn
    assert fault.code == "E704"
    assert "`m/one` and `m/two` could not be kept out of one form" in fault.message
    assert "they say nearly the same, 71% of it in the same words" in fault.message


def test_what_b605_finds_and_what_is_kept_apart_is_the_same() -> None:
    pair = [told("one"), told("two", f"{STORY} since noon"), told("three", "Nobody waits for anything at all")]
    whole = bank(module(items=pair))
    alone = exam(row(1))

    assert [one.code for one in found(whole) if one.code == "B605"] == ["B605"]
    assert set(Pool.of(whole, alone).enemies) == {"m/one", "m/two"}


def test_an_author_who_accepts_that_they_are_alike_lets_them_meet() -> None:
    assert drawn(told("one"), told("two", f"{STORY} since noon", rule="B605")) == (True, ())
    assert drawn(told("one"), told("two", f"{STORY} since noon", rule="B606"))[0] is False


def test_items_of_which_one_has_the_others_key_for_a_distractor_may_meet() -> None:
    other = replace(told("two"), options=(*told("two").options[:1], Option(text=Prose("Priority"), correct=True)))
    other = replace(other, options=(replace(other.options[0], correct=False), other.options[1]))

    assert drawn(told("one"), other) == (True, ())


def test_the_pairs_of_a_whole_bank_serve_every_exam() -> None:
    authored = [told(f"i{index}", f"{STORY} since noon on day {index // 2}") for index in range(6)]
    whole = bank(module(items=[*authored, *(item(f"x{index}") for index in range(20))]))
    context = Context(whole, Lock(), DAY)
    wanted = exam(row(1, items=["i0", "i1", "x0"]))

    assert Pool.of(whole, wanted, context.alike) == Pool.of(whole, wanted)
    assert set(Pool.of(whole, wanted).enemies) == {"m/i0", "m/i1"}


@given(st.lists(st.integers(0, 40), min_size=30, max_size=45), st.sets(st.integers(0, 44), min_size=5))
def test_what_else_is_in_the_bank_changes_no_pair(family: list[int], chosen: set[int]) -> None:
    everyone = [told(f"i{index}", f"{STORY} " + "again " * (one % 9)) for index, one in enumerate(family)]
    questions = {str(one.id): Question(one.id, HOME, one) for one in everyone}
    some = {name: one for place, (name, one) in enumerate(questions.items()) if place in chosen}

    assert pairs_among(alike_pairs(questions.values()), some) == alike_pairs(some.values())


def test_each_reason_is_told() -> None:
    made = table("t", ("a", "A", "aa"), ("b", "B", "bb"))
    back = replace(made.ask[0], given=made.ask[0].ask, ask=made.ask[0].given)
    citing = item("one", facts=["t.a.does"], enemies=["two"])
    whole = bank(module(items=[citing, item("two")], tables=[replace(made, ask=(*made.ask, back))]))
    every = Pool.of(whole, exam(row(1), row(1, generated=True))).enemies

    assert every["m/two"] == {"m/one": "`m/one` has `m/two` in its `enemies`"}
    assert every["m/one"]["m/t.a.tool-does"] == "`m/one` cites what the other is made from: the row `m/t.a`"
    assert every["m/t.b.tool-does"] == {"m/t.b.does-tool": "both are made from the row `m/t.b`"}


def test_of_very_many_enemies_that_would_meet_five_pairs_are_told_and_the_rest_counted() -> None:
    names = [f"i{one}" for one in range(6)]
    paper, faults = draw(bank(module(items=[item(one, enemies=names) for one in names])), exam(row(6), forms=1))

    assert paper is None
    assert [fault.code for fault in faults] == ["E704"] * 5
    assert [fault.message.endswith("; 10 more pairs could not either") for fault in faults] == [False] * 4 + [True]


@pytest.mark.parametrize("number", range(150))
def test_enemies_meet_nowhere_and_forms_share_no_more_than_the_solver_finds(number: int) -> None:
    chance = Stream("enemies", str(number))
    tags = [[tag for tag in "xyz" if chance.below(2)] for _ in range(8 + chance.below(17))]
    pairs = quarrels(len(tags), chance)
    rows = [("xyz"[chance.below(3)], 1 + chance.below(4)) for _ in range(1 + chance.below(3))]
    forms = 1 + chance.below(4)
    matching = [[place for place, (tag, _) in enumerate(rows) if tag in one] for one in tags]
    best = least(Problem(forms, [count for _, count in rows], matching, pairs))

    paper, faults = draw(feuding(tags, pairs), exam(*(row(count, tag) for tag, count in rows), forms=forms))

    assert (paper is None) is (best is None)
    if paper is not None and best is not None:
        assert not faults
        assert shared(held(paper)) == best.overlap
        assert not any({f"m/i{one}", f"m/i{other}"} <= set(form) for form in held(paper) for one, other in pairs)


def quarrels(count: int, chance: Stream) -> list[tuple[int, int]]:
    drawn = [sorted((chance.below(count), chance.below(count))) for _ in range(chance.below(3 * count))]
    return sorted({(one, other) for one, other in drawn if one != other})


def feuding(tags: Sequence[Sequence[str]], pairs: Sequence[tuple[int, int]]) -> Bank:
    items = [
        item(f"i{place}", tags=some, enemies=[f"i{other}" for one, other in pairs if one == place])
        for place, some in enumerate(tags)
    ]
    return bank(module(items=items))
