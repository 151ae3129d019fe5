"""Forms share no more than they must: four hundred exams against an independent solver."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import pytest

from deckgen.assemble.draw import draw
from deckgen.assemble.stream import Stream
from deckgen.model.bank import Bank
from deckgen.model.exam import Balance, BlueprintRow, Exam, Kind, Overlap
from deckgen.model.form import Paper
from deckgen.model.item import Bloom, Choice, Difficulty, Item
from deckgen.model.schema import Count, Reference
from tests.assemble.banks import bank, exam, held, item, module, open_question, row, shared, table
from tests.assemble.solver import Least, Problem, least

INSTANCES = range(400)
TOPICS = "abcd"


@dataclass(frozen=True)
class Wanted:
    """A row of a blueprint, and in words of its own which items match it."""

    row: BlueprintRow
    means: Callable[[str, Item], bool]


@dataclass(frozen=True)
class Instance:
    """A bank, an exam, and what the solver says of them."""

    bank: Bank
    exam: Exam
    items: dict[str, Item]
    rows: tuple[Wanted, ...]
    least: Least | None


@cache
def instance(number: int) -> Instance:
    """Make one of the exams; the same on every machine."""
    chance = Stream("optimum", str(number))
    authored = [an_item(f"i{index}", chance) for index in range(6 + chance.below(17))]
    rows = [(f"r{index}", f"thing {index}", f"does {index}") for index in range(2, 2 + chance.below(4))]
    made = [table("t", *rows)] if len(rows) > 1 else []
    items: dict[str, Item] = {f"m/{one.id}": one for one in authored}
    items |= {f"m/t.{name}.tool-does": item("made") for name, *_ in rows if made}
    wanted = tuple(a_row(list(items), chance) for _ in range(1 + chance.below(4)))
    forms = 1 + chance.below(5)
    matching = [[place for place, one in enumerate(wanted) if one.means(name, items[name])] for name in items]
    problem = Problem(forms, [one.row.count for one in wanted], matching)
    plan = replace(exam(*(one.row for one in wanted), forms=forms), balance=Balance.DIFFICULTY)
    return Instance(bank(module(items=authored, tables=made)), plan, items, wanted, least(problem))


def an_item(name: str, chance: Stream) -> Item:
    tags = [tag for tag in "xyz" if chance.below(2)]
    difficulty = list(Difficulty)[chance.below(3)]
    made: Item = item(name, tags=tags, difficulty=difficulty, objective=TOPICS[chance.below(4)])
    sort = chance.below(8)
    if sort == 0 and isinstance(made, Choice):
        made = replace(made, options=tuple(replace(one, correct=True) for one in made.options))
    if sort == 1:
        made = replace(open_question(name), tags=made.tags, difficulty=difficulty, objective=made.objective)
    return replace(made, bloom=Bloom.APPLY) if chance.below(2) else made


def a_row(names: list[str], chance: Stream) -> Wanted:
    count = 1 + chance.below(2 + chance.below(2))
    plain = replace(row(), count=Count(count))
    topic, tag = TOPICS[chance.below(4)], "xyz"[chance.below(3)]
    level = list(Difficulty)[chance.below(3)]
    listed = [name for name in names if chance.below(2)]
    match chance.below(9):
        case 0:
            return Wanted(replace(plain, objective=Reference(topic)), lambda _, one: choice(one, topic=topic))
        case 1:
            return Wanted(replace(plain, difficulty=level), lambda _, one: choice(one, level=level))
        case 2 | 3:
            return Wanted(row(count, tag), lambda _, one: choice(one, tag=tag))
        case 4:
            return Wanted(replace(row(count, tag), difficulty=level), lambda _, one: choice(one, tag=tag, level=level))
        case 5 if listed:
            named = replace(plain, items=tuple(map(Reference, listed)))
            return Wanted(named, lambda name, _: name in listed)
        case 6:
            return Wanted(replace(plain, generated=True), lambda _, one: one.id == "made")
        case 7:
            multiple = replace(plain, kind=Kind.MULTIPLE)
            return Wanted(multiple, lambda _, one: choice(one) and one.options[1].correct)  # type: ignore[union-attr]
        case 8:
            applied = replace(plain, bloom=Bloom.APPLY)
            return Wanted(applied, lambda _, one: choice(one) and one.bloom is Bloom.APPLY)
        case _:
            return Wanted(plain, lambda _, one: choice(one))


def choice(one: Item, topic: str = "", tag: str = "", level: Difficulty | None = None) -> bool:
    """Tell whether an item is authored, has options, and is of this topic, tag and level."""
    return (
        isinstance(one, Choice)
        and one.id != "made"
        and (not topic or one.objective == topic)
        and (not tag or tag in one.tags)
        and (level is None or one.difficulty is level)
    )


@pytest.mark.parametrize("number", INSTANCES)
def test_forms_are_drawn_exactly_where_the_solver_says_that_they_can_be(number: int) -> None:
    given = instance(number)
    paper, faults = draw(given.bank, given.exam)

    assert not faults
    assert (paper is None) is (given.least is None)


@pytest.mark.parametrize("number", INSTANCES)
def test_every_row_is_exact_and_no_form_has_an_item_twice(number: int) -> None:
    given = instance(number)
    for form in forms_of(given):
        assert len(set(form)) == len(form) == given.exam.size
        assert can_fill(form, given)


@pytest.mark.parametrize("number", INSTANCES)
def test_exposure_and_overlap_are_the_least_that_the_solver_finds(number: int) -> None:
    given = instance(number)
    if given.least is not None:
        forms = forms_of(given)
        most = max(Counter(name for form in forms for name in form).values())
        assert Least(most, shared(forms)) == given.least


@pytest.mark.parametrize("number", INSTANCES)
def test_no_two_forms_differ_by_more_than_one_item_of_a_level(number: int) -> None:
    given = instance(number)
    forms = forms_of(given)
    for level in Difficulty:
        found = [sum(given.items[name].difficulty is level for name in form) for form in forms]
        assert max(found, default=0) - min(found, default=0) <= 1


@pytest.mark.parametrize("number", INSTANCES)
def test_forms_share_nothing_where_the_solver_says_that_they_need_not(number: int) -> None:
    given = instance(number)
    if given.least is not None:
        paper, faults = draw(given.bank, replace(given.exam, overlap=Overlap.NONE))
        codes = {fault.code for fault in faults}
        expected = set() if given.least.overlap == 0 else {"E703"}
        assert (codes, paper is not None) == (expected, not expected)


def test_the_exams_are_of_every_sort() -> None:
    found = [instance(number) for number in INSTANCES]
    infeasible = sum(one.least is None for one in found)
    sharing = sum(one.least is not None and one.least.overlap > 0 for one in found)
    apart = sum(one.least is not None and one.least.overlap == 0 and one.exam.forms > 1 for one in found)

    assert min(infeasible, sharing, apart) > 40


def forms_of(given: Instance) -> list[list[str]]:
    """Return the names in each form, none where the exam cannot be drawn."""
    paper: Paper | None = draw(given.bank, given.exam)[0]
    return [] if paper is None else held(paper)


def can_fill(form: list[str], given: Instance) -> bool:
    """Tell by trying whether the items of a form can be given to the rows, each to one slot."""
    slots = [one for one in given.rows for _ in range(one.row.count)]

    def fill(place: int, left: frozenset[str]) -> bool:
        return place == len(slots) or any(
            fill(place + 1, left - {name}) for name in sorted(left) if slots[place].means(name, given.items[name])
        )

    return fill(0, frozenset(form))
