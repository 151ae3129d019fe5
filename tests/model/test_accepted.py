"""What items rest on, and what of an item a review is of."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.accepted import citations, contrast, remembered, suspects
from deckgen.model.bank import Bank, BankHead
from deckgen.model.fact import Fact
from deckgen.model.item import Choice, Item, Open, Option, Place, Retired, Review
from deckgen.model.lock import Lock
from deckgen.model.media import Medium, Pictured
from deckgen.model.module import Module, ModuleHead
from deckgen.model.names import Index
from deckgen.model.plain import plain
from deckgen.model.reviewed import review_hash
from deckgen.model.schema import Id, Line, Prose, Reference, Word

REVIEWED = Review(by=Line("Ada"), on=date(2026, 9, 1))
FACT = Fact(id=Id("f"), text=Prose("Pods start {{c1::one by one}}."))
ITEM = Choice(
    id=Id("q"),
    stem=Prose("How do Pods start?"),
    options=(Option(text=Prose("One by one"), correct=True, why=Prose("So it is.")), Option(text=Prose("At once"))),
    facts=(Reference("f"),),
    reviewed=REVIEWED,
)


def bank_of(item: Item = ITEM, fact: Fact = FACT) -> Bank:
    head = BankHead(id=Id("b"), title=Line("A bank"), uid=Word("u"), version=Word("1"))
    return Bank(
        head=head, modules=(Module(head=ModuleHead(id=Id("m"), title=Line("M")), items=(item,), facts=(fact,)),)
    )


def built(bank: Bank, lock: Lock | None = None) -> Lock:
    return remembered(bank, Index.of(bank), lock or Lock())


def is_suspect(bank: Bank, lock: Lock) -> bool:
    return any(suspects(bank, Index.of(bank), lock))


def test_a_build_stamps_what_was_never_stamped() -> None:
    lock = built(bank_of())

    assert lock.accepted == {("m/q", "m/f"): "Pods start one by one."}
    assert lock.reviews["m/q"].on == REVIEWED.on


def test_a_build_does_not_accept_another_value() -> None:
    changed = bank_of(fact=replace(FACT, text=Prose("Pods start {{c1::at once}}.")))

    assert built(changed, built(bank_of())) == built(bank_of())
    assert is_suspect(changed, built(bank_of()))


@pytest.mark.parametrize("text", ["Pods start\n{{c2::**one** by one::how?}}.", "PODS start {{c1::one by one}}."])
def test_markup_and_deletions_are_no_other_value(text: str) -> None:
    assert not is_suspect(bank_of(fact=replace(FACT, text=Prose(text))), built(bank_of()))


def test_another_image_is_another_value() -> None:
    first, same, other = (
        replace(FACT, text=Prose(Pictured("See {{c1::![Pods](a.png)}}.", {"a.png": Medium(name, "image/png", b"")})))
        for name in ("a-1.png", "a-1.png", "a-2.png")
    )

    lock = built(bank_of(fact=first))

    assert lock.accepted == {("m/q", "m/f"): "See Pods. a-1.png"}
    assert not is_suspect(bank_of(fact=same), lock)
    assert is_suspect(bank_of(fact=other), lock)


def test_a_rename_keeps_what_was_accepted() -> None:
    item = replace(ITEM, id=Id("how"), was=(Id("q"),), facts=(Reference("m/start"),))
    renamed = bank_of(item, replace(FACT, id=Id("start"), was=(Id("f"),)))

    assert built(renamed, built(bank_of())) == built(bank_of())


def test_an_item_is_remembered_by_the_first_of_its_names() -> None:
    renamed_twice = bank_of(replace(ITEM, id=Id("how"), was=(Id("q"), Id("ways"))))

    assert built(renamed_twice, built(bank_of())) == built(bank_of())


@pytest.mark.parametrize("facts", [("f", "f"), ("f", "start"), ("m/start", "f")])
def test_what_is_cited_twice_is_one_citation(facts: tuple[str, str]) -> None:
    renamed = replace(FACT, id=Id("start"), was=(Id("f"),))
    bank = bank_of(replace(ITEM, facts=tuple(map(Reference, facts))), renamed)

    assert [one.place for one in citations(bank, Index.of(bank))] == [0]


def test_what_an_older_deckgen_accepted_is_accepted() -> None:
    text = "Pods:\n- start `one` *by* {{c1::one}}\n- see [this](https://example.org)"
    lock = replace(Lock(), accepted={("m/q", "m/f"): plain(text)})

    assert not is_suspect(bank_of(fact=replace(FACT, text=Prose(text))), lock)
    assert is_suspect(bank_of(fact=replace(FACT, text=Prose(text.replace("see", "read")))), lock)


def test_what_is_retired_or_no_longer_cited_is_forgotten() -> None:
    retired = replace(ITEM, retired=Retired(since=Word("1"), reason=Prose("It was easy.")))

    assert built(bank_of(retired), built(bank_of())) == Lock()
    assert not built(bank_of(replace(ITEM, facts=())), built(bank_of())).accepted


def test_a_review_of_another_day_is_stamped_anew() -> None:
    later = replace(ITEM, stem=Prose("How?"), reviewed=replace(REVIEWED, on=date(2026, 9, 2)))
    earlier = replace(later, reviewed=replace(REVIEWED, on=date(2026, 8, 31)))
    same_day = replace(ITEM, stem=Prose("How?"))

    assert built(bank_of(later), built(bank_of())).reviews["m/q"].hash == review_hash(later)
    assert built(bank_of(earlier), built(bank_of())).reviews["m/q"].hash == review_hash(earlier)
    assert built(bank_of(same_day), built(bank_of())).reviews["m/q"].hash == review_hash(ITEM)


def test_a_reviewer_reads_everything_but_line_breaks_and_shuffled_order() -> None:
    right, wrong = ITEM.options
    kept = [replace(ITEM, options=(wrong, right)), replace(ITEM, stem=Prose("How do\nPods  start?\n"))]
    changed = [
        replace(ITEM, stem=Prose("How do pods start?")),
        replace(ITEM, rationale=Prose("It is so.")),
        replace(ITEM, options=(replace(right, correct=False), replace(wrong, correct=True))),
        replace(ITEM, options=(replace(right, why=Prose("")), wrong)),
        replace(ITEM, options=(right, replace(wrong, place=Place.LAST))),
    ]
    fixed = [replace(ITEM, options=options, shuffle=False) for options in ((right, wrong), (wrong, right))]

    assert {review_hash(item) for item in kept} == {review_hash(ITEM)}
    assert len({review_hash(item) for item in (ITEM, *changed)}) == len(changed) + 1
    assert review_hash(fixed[0]) != review_hash(fixed[1])


def test_a_reviewer_reads_the_model_answer() -> None:
    one, other = (Open(id=Id("q"), stem=Prose("How?"), model=Prose(model)) for model in ("So.", "Not so."))

    assert review_hash(one) != review_hash(other)


@given(st.text(), st.text())
def test_two_values_are_shown_short_and_printable(old: str, new: str) -> None:
    for shown in contrast(old, new):
        assert shown.isprintable()
        assert shown.startswith('"')
        assert shown.endswith('"')


@given(st.text("ab ", max_size=200), st.text("xy ", min_size=1), st.text("ab ", max_size=200))
def test_long_values_are_cut_around_what_differs(before: str, middle: str, after: str) -> None:
    old, new = contrast(f"{before}{middle}{after}", f"{before}{after}")

    assert max(len(old), len(new)) <= 66
    assert old == f'"{before}{middle}{after}"' or "…" in old
