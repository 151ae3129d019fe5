"""What is retired, comes back, or is taken back before anybody had it."""

import dataclasses

from deckgen.model.bank import Bank
from deckgen.model.item import Retired
from deckgen.model.module import Exercise, Step
from deckgen.model.schema import Id, Line, Prose, Verbatim, Word
from tests.anki_harness import bank_of, build, choice, learner
from tests.writers.test_anki_identity import FIRST, LATER, asking, retired, times, version


def test_the_lock_remembers_what_is_retired_even_when_it_leaves_the_files() -> None:
    first = build(bank_of(choice("one"), choice("two")))
    second = build(version(bank_of(choice("one"), retired(choice("two"))), "2"), lock=first.lock)
    third = build(version(bank_of(choice("one")), "3"), lock=second.lock)
    remembered = third.lock.get("note", "m/two")

    assert remembered is not None
    assert (remembered.since, remembered.retired) == ("1", "2")


def test_the_lock_keeps_the_version_that_retired_a_note() -> None:
    first = build(bank_of(choice("one"), choice("two")))
    second = build(version(bank_of(choice("one"), retired(choice("two"))), "2"), lock=first.lock)
    third = build(version(bank_of(choice("one"), retired(choice("two"))), "3"), lock=second.lock)

    assert third.lock == second.lock


def test_a_retired_step_is_no_card_and_stays_remembered() -> None:
    old = Retired(since=Word("2"), reason=Prose("Old."))
    step = Step(id=Id("apply"), do=Prose("Send it."), run=Verbatim("kubectl apply"))
    first = build(with_steps(step))
    second = build(version(with_steps(dataclasses.replace(step, retired=old)), "2"), lock=first.lock)
    remembered = second.lock.get("note", "m/lab.apply")

    assert not second.data
    assert remembered is not None
    assert remembered.retired == "2"


def with_steps(*steps: Step) -> Bank:
    bank = bank_of()
    exercise = Exercise(id=Id("lab"), title=Line("Lab"), steps=steps)
    return dataclasses.replace(bank, modules=(dataclasses.replace(bank.modules[0], exercise=exercise),))


def test_what_was_never_released_is_not_remembered_as_retired() -> None:
    first = build(bank_of(choice("one"), choice("two")))
    second = build(bank_of(choice("one"), retired(choice("two"))), lock=first.lock)

    assert second.lock.get("note", "m/two") is None


def test_a_text_that_is_taken_back_before_its_release_has_not_changed() -> None:
    first = build(bank_of(choice("one")), now=FIRST)
    draft = build(version(bank_of(asking(choice("one"), "Else?")), "2"), lock=first.lock, now=LATER)
    third = build(version(bank_of(asking(choice("one"), "More?")), "2"), lock=draft.lock, now=LATER + 1)
    again = build(version(bank_of(choice("one")), "2"), lock=third.lock, now=LATER + 2)
    with learner() as anki:
        anki.imports(again.data)

        assert again.lock == first.lock
        assert times(anki) == {"m/one": FIRST}
        assert "b::changed::1" in anki.note("m/one").tags


def test_a_text_that_is_taken_back_after_its_release_has_changed() -> None:
    first = build(bank_of(choice("one")), now=FIRST)
    second = build(version(bank_of(asking(choice("one"), "Else?")), "2"), lock=first.lock, now=LATER)
    third = build(version(bank_of(choice("one")), "3"), lock=second.lock, now=LATER)
    with learner() as anki:
        anki.imports(second.data)

        assert anki.imports(third.data) == {"updated": 1}
        assert times(anki) == {"m/one": LATER + 1}


def test_what_comes_back_from_retirement_is_dated_anew_once() -> None:
    first = build(bank_of(choice("one"), choice("two")), now=FIRST)
    second = build(version(bank_of(choice("one"), retired(choice("two"))), "2"), lock=first.lock, now=FIRST + 1)
    back = version(bank_of(choice("one"), choice("two")), "3")
    third = build(back, lock=second.lock, now=LATER)
    again = build(back, lock=third.lock, now=LATER + 5)
    with learner() as anki:
        anki.imports(first.data)

        assert anki.imports(third.data) == {"updated": 1, "duplicate": 1}
        assert times(anki) == {"m/one": FIRST, "m/two": LATER}
        assert "b::changed::3" in anki.note("m/two").tags
        assert again.lock == third.lock


def test_what_comes_back_and_goes_again_was_never_back() -> None:
    first = build(bank_of(choice("one"), choice("two")))
    gone = bank_of(choice("one"), retired(choice("two")))
    second = build(version(gone, "2"), lock=first.lock)
    third = build(version(bank_of(choice("one"), choice("two")), "3"), lock=second.lock, now=LATER)

    assert build(version(gone, "3"), lock=third.lock, now=LATER).lock == second.lock
    assert build(version(bank_of(choice("one")), "3"), lock=third.lock, now=LATER).lock == second.lock


def test_what_is_edited_and_then_retired_is_remembered_as_it_was_released() -> None:
    first = build(bank_of(choice("one"), choice("two")), now=FIRST)
    edited = bank_of(choice("one"), asking(choice("two"), "Else?"))
    draft = build(version(edited, "2"), lock=first.lock, now=LATER)
    second = build(version(bank_of(choice("one"), retired(choice("two"))), "2"), lock=draft.lock, now=LATER)
    remembered = first.lock.get("note", "m/two")

    assert remembered is not None
    assert second.lock.get("note", "m/two") == dataclasses.replace(remembered, retired="2")
