"""What can age, and what rests on it."""

from dataclasses import replace
from datetime import date

from deckgen.model.bank import Bank, BankHead
from deckgen.model.dated import Dated, Resting, dated_things
from deckgen.model.fact import Fact
from deckgen.model.item import Open, Retired
from deckgen.model.module import Module, ModuleHead
from deckgen.model.names import Index
from deckgen.model.schema import Id, Line, Prose, Reference, Word
from deckgen.model.table import Cell, Column, Row, Table

DAY = date(2026, 9, 1)
GONE = Retired(since=Word("1"), reason=Prose("It is no longer so."))
FACT = Fact(id=Id("f"), text=Prose("{{c1::Pods}} start {{c2::one}} by {{c2::one}}."), review_by=DAY)
ROW = Row(id=Id("r"), cells=(Cell(column=Id("c"), value=Prose("1"), review_by=DAY),))


def module_of(name: str, *facts: str, fact: Fact | None = None, row: Row | None = None) -> Module:
    """A module with an item that rests on these facts."""
    cited = tuple(map(Reference, facts))
    item = Open(id=Id("q"), stem=Prose("How?"), model=Prose("So."), facts=cited)
    columns = (Column(id=Id("c"), title=Line("C")),)
    return Module(
        head=ModuleHead(id=Id(name), title=Line(name)),
        items=(item,),
        facts=(fact,) if fact else (),
        tables=(Table(id=Id("t"), title=Line("T"), columns=columns, rows=(row,)),) if row else (),
    )


def dated_in(*modules: Module) -> tuple[list[Dated], Resting]:
    head = BankHead(id=Id("b"), title=Line("A bank"), uid=Word("u"), version=Word("1"))
    bank = Bank(head=head, modules=modules)
    index = Index.of(bank)
    return list(dated_things(bank, index)), Resting.of(bank, index)


def test_the_items_of_the_own_module_come_first() -> None:
    found, resting = dated_in(module_of("b", "f", fact=FACT), module_of("a", "b/f"))

    assert resting.items_on(found[0]) == ("b/q", "a/q")


def test_deletions_of_one_number_are_one_card() -> None:
    found, resting = dated_in(module_of("m", fact=FACT))

    assert resting.cards_on(found[0]) == 2


def test_what_is_retired_is_dated_while_a_live_item_cites_it() -> None:
    fact, row = replace(FACT, retired=GONE), replace(ROW, retired=GONE)

    cited, resting = dated_in(module_of("m", "f", "t.r.c", fact=fact, row=row))

    assert [one.name for one in cited] == ["m/f", "m/t.r.c"]
    assert [resting.cards_on(one) for one in cited] == [0, 0]
    assert not dated_in(module_of("m", fact=fact, row=row))[0]
    assert [one.name for one in dated_in(module_of("m", fact=FACT, row=ROW))[0]] == ["m/f", "m/t.r.c"]
