from dataclasses import replace

import pytest

from deckgen.assemble.candidates import candidates, matches
from deckgen.assemble.enemies import enemies
from deckgen.model.bank import Bank
from deckgen.model.exam import BlueprintRow, Kind
from deckgen.model.item import Difficulty, Retired
from deckgen.model.schema import Count, Id, Prose, Reference, Word
from tests.assemble.banks import bank, item, module, open_question, row, table

TWO = table("t", ("a", "A", "aa"), ("b", "B", "bb"))


def named(wanted: BlueprintRow) -> list[str]:
    double = replace(item("double"), options=tuple(replace(one, correct=True) for one in item("x").options))
    whole = bank(
        module("m", [item("one", tags=["x", "y"], objective="o", was=["old"]), double, open_question("why")]),
        module("n", [item("two", tags=["x"], objective="o")], [TWO]),
    )
    return [one.name for one in candidates(whole) if matches(wanted, one)]


def test_a_row_means_authored_choice_items_unless_it_says_otherwise() -> None:
    assert named(row()) == ["m/one", "m/double", "n/two"]
    assert named(row(generated=True)) == ["n/t.a.tool-does", "n/t.b.tool-does"]
    assert named(BlueprintRow(count=Count(1), kind=Kind.OPEN)) == ["m/why"]
    assert named(BlueprintRow(count=Count(1), kind=Kind.MULTIPLE)) == ["m/double"]
    assert named(BlueprintRow(count=Count(1), kind=Kind.SINGLE)) == ["m/one", "n/two"]


def test_a_row_may_name_items_of_any_kind_and_by_earlier_names() -> None:
    assert named(row(items=["m/old", "m/why", "n/t.a.tool-does"])) == ["m/one", "m/why", "n/t.a.tool-does"]


def test_tags_are_all_wanted() -> None:
    assert named(row(1, "x")) == ["m/one", "n/two"]
    assert named(row(1, "x", "y")) == ["m/one"]


def test_an_objective_is_meant_in_every_module_or_in_one() -> None:
    assert named(BlueprintRow(count=Count(1), objective=Reference("o"))) == ["m/one", "n/two"]
    assert named(BlueprintRow(count=Count(1), objective=Reference("n/o"))) == ["n/two"]


def test_retired_items_are_no_candidates() -> None:
    gone = replace(item("one"), retired=Retired(since=Word("1"), reason=Prose("old")))

    assert candidates(bank(module(items=[gone]))) == ()


def test_enemies_are_symmetric_and_go_by_earlier_names_too() -> None:
    items = [item("a", enemies=["old-b", "n/c", "nobody", "a"]), item("b", was=["old-b"])]
    whole = bank(module("m", items), module("n", [item("c")]))

    assert foes(whole) == {
        "m/a": {"m/b", "n/c"},
        "m/b": {"m/a"},
        "n/c": {"m/a"},
    }


def test_who_cites_a_cell_is_an_enemy_of_what_its_row_makes() -> None:
    citing = [item("one", facts=["t.a.does"]), item("two", facts=["m/t.a.tool", "fact"])]

    assert foes(bank(module(items=citing, tables=[TWO]))) == {
        "m/one": {"m/t.a.tool-does"},
        "m/two": {"m/t.a.tool-does"},
        "m/t.a.tool-does": {"m/one", "m/two"},
    }


@pytest.mark.parametrize("cited", ["first.a", "first.aa", "first.c", "second.aa", "t.a", "t.aa", "t.c"])
def test_who_cites_a_cell_by_any_earlier_name_is_an_enemy(cited: str) -> None:
    one, *others = TWO.rows
    renamed = replace(
        TWO, was=(Id("first"), Id("second")), rows=(replace(one, id=Id("c"), was=(Id("a"), Id("aa"))), *others)
    )
    citing = item("one", facts=[f"{cited}.does"])

    assert foes(bank(module(items=[citing], tables=[renamed])))["m/one"] == {"m/t.c.tool-does"}


def test_items_made_from_one_row_are_enemies() -> None:
    ask = replace(TWO.ask[0], given=TWO.ask[0].ask, ask=TWO.ask[0].given)
    both = replace(TWO, ask=(*TWO.ask, ask))

    assert foes(bank(module(tables=[both])))["m/t.a.tool-does"] == {"m/t.a.does-tool"}


def test_a_row_may_want_a_module_and_a_level() -> None:
    assert named(BlueprintRow(count=Count(1), module=Id("n"))) == ["n/two"]
    assert named(BlueprintRow(count=Count(1), difficulty=Difficulty.HARD)) == []
    assert named(BlueprintRow(count=Count(1), module=Id("n"), difficulty=Difficulty.MEDIUM)) == ["n/two"]


def foes(whole: Bank) -> dict[str, set[str]]:
    """Return by an item's name those of its enemies."""
    return {name: set(others) for name, others in enemies(candidates(whole)).items()}
