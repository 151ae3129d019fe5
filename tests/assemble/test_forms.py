"""What forms are like, and that nothing else moves them."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from deckgen.assemble.candidates import candidates
from deckgen.assemble.draw import draw
from deckgen.model.exam import Balance, BlueprintRow, Exam, Order, Overlap
from deckgen.model.item import Difficulty, Item
from deckgen.model.schema import Count, Line, Percent, Prose, Word
from deckgen.sources.bank_yaml import read_bank
from tests.assemble.banks import bank, exam, held, item, module, open_question, row, shared, table, tagged


def test_an_item_that_matches_no_row_changes_nothing() -> None:
    items = [item(f"i{index}", tags=["x"]) for index in range(12)]
    wanted = exam(row(3, "x"), forms=5)
    foreign: list[Item] = [item("new", enemies=["i0", "i1"]), open_question("why")]
    before, _ = draw(bank(module(items=items)), wanted)
    after, _ = draw(bank(module("a", foreign), module("m", [*foreign, *items])), wanted)

    assert before == after


def test_another_seed_draws_another_exam_and_is_remembered() -> None:
    whole = tagged([("x",)] * 30)
    one, _ = draw(whole, exam(row(10)))
    other, _ = draw(whole, exam(row(10)), seed="8", forms=3)

    assert held(one) != held(other)[:2]
    assert other is not None
    assert (other.exam.seed, other.exam.forms, len(other.forms)) == ("8", 3, 3)
    assert other == draw(whole, replace(other.exam))[0]


def test_order_bank_is_the_banks_order_and_shuffled_is_not() -> None:
    whole = tagged([()] * 12)
    in_bank, _ = draw(whole, replace(exam(row(12), forms=1), order=Order.BANK))
    shuffled, _ = draw(whole, exam(row(12), forms=1))

    assert held(in_bank) == [[f"m/i{index}" for index in range(12)]]
    assert held(shuffled) != held(in_bank)
    assert sorted(held(shuffled)[0]) == sorted(held(in_bank)[0])


def test_forms_are_lettered_and_coded_and_their_questions_numbered() -> None:
    paper, _ = draw(tagged([()] * 3), exam(row(3), forms=28))

    assert paper is not None
    assert [form.name for form in paper.forms][-3:] == ["Z", "AA", "AB"]
    assert all(len(form.code) == 3 and not set(form.code) & set("01OI") for form in paper.forms)
    assert len({form.code for form in paper.forms}) == 28
    assert [question.number for question in paper.forms[0].questions] == [1, 2, 3]


def test_three_authored_and_seven_made_items_fill_two_forms_without_overlap() -> None:
    made = table("t", *((f"r{one}", f"thing {one}", f"does {one}") for one in range(14)))
    whole = bank(module(items=[item(f"i{one}") for one in range(6)], tables=[made]))
    wanted = replace(exam(row(3), row(7, generated=True)), overlap=Overlap.NONE)
    paper, faults = draw(whole, wanted)

    assert not faults
    assert paper is not None
    assert len({name for form in held(paper) for name in form}) == 20
    assert [sum(one.is_generated for one in form.questions) for form in paper.forms] == [7, 7]


def test_the_shipped_exam_shares_nothing_between_its_forms() -> None:
    shipped = read_bank(Path(__file__).parents[2] / "questions").bank
    assert shipped is not None

    paper, faults = draw(shipped, shipped.exams[0])

    assert not faults
    assert [len(form) for form in held(paper)] == [20, 20]
    assert shared(held(paper)) == 0
    assert len(candidates(shipped)) > 40


def code_of(wanted: Exam, *items: Item) -> str:
    paper, _ = draw(bank(module(items=items)), wanted)
    assert paper is not None
    return paper.forms[0].code


def test_a_page_of_a_paper_that_has_changed_has_another_code() -> None:
    wanted, one, other = exam(row(2), forms=1), item("i", "x", "y", "z"), item("j", "u", "v", "w")
    before = code_of(wanted, one, other)
    texts = replace(one, options=(replace(one.options[0], text=Prose("xx")), *one.options[1:]))

    assert before == code_of(wanted, one, other)
    assert before == code_of(wanted, replace(one, rationale=Prose("why"), tags=(Word("t"),)), other)
    changed = [
        code_of(wanted, replace(one, stem=Prose("What else?")), other),
        code_of(wanted, texts, other),
        code_of(wanted, replace(one, points=Count(2)), other),
        code_of(replace(wanted, title=Line("F")), one, other),
        code_of(replace(wanted, minutes=Count(3)), one, other),
        code_of(replace(wanted, pass_=Percent(50)), one, other),
        code_of(replace(wanted, seed=Line("8")), one, other),
    ]
    assert before not in changed


def test_a_code_does_not_tell_which_option_is_right() -> None:
    one = item("i", "x", "y", shuffle=False)
    other = replace(one, options=tuple(replace(option, correct=not option.correct) for option in one.options))

    assert code_of(exam(row(1), forms=1), one) == code_of(exam(row(1), forms=1), other)


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_the_order_of_sets_changes_nothing(hash_seed: str) -> None:
    program = "from tests.assemble.test_forms import fingerprint; print(fingerprint())"
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONPATH": f"{root / 'src'}:{root}"}
    told = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)

    assert told.stdout.strip() == fingerprint()


def fingerprint() -> str:
    """Describe an exam in which everything plays a part."""
    levels = list(Difficulty)
    items = [
        item(f"i{one}", tags="xyz"[one % 3 :], enemies=[f"i{one ^ 1}"], difficulty=levels[one % 3]) for one in range(18)
    ]
    rows: tuple[BlueprintRow, ...] = (row(3, "z"), row(2, "y"), row(1, "x"))
    wanted: Exam = replace(exam(*rows, forms=4), balance=Balance.DIFFICULTY)
    paper, faults = draw(bank(module(items=items)), wanted)
    return repr(faults) + repr([(form.code, held(paper)) for form in paper.forms] if paper else None)
