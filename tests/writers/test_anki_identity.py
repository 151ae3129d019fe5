"""What a note keeps from release to release, as the real Anki takes it."""

import dataclasses
import re
from pathlib import Path

import pytest

from deckgen.diagnostics import Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Retired
from deckgen.model.lock import Lock, Stamp
from deckgen.model.schema import Id, Line, Prose, Word
from deckgen.sources.anki_package import read_deck
from deckgen.sources.lock_text import format_lock, parse_lock
from deckgen.writers._anki.adopting import adopted_stamps
from deckgen.writers._anki.ids import own_id
from deckgen.writers._anki.look import Look
from deckgen.writers._anki.note_types import OPEN
from deckgen.writers._anki.package import Model
from tests.anki_harness import BANK, Built, Learner, bank_of, build, choice, fact, learner, open_question

FIRST = 1_750_000_000
LATER = 1_760_000_000


def version(bank: Bank, number: str) -> Bank:
    return dataclasses.replace(bank, head=dataclasses.replace(bank.head, version=Word(number)))


def titled(bank: Bank, bank_title: str, module_title: str) -> Bank:
    module = bank.modules[0]
    head = dataclasses.replace(module.head, title=Line(module_title))
    renamed = dataclasses.replace(bank.head, title=Line(bank_title))
    return dataclasses.replace(bank, head=renamed, modules=(dataclasses.replace(module, head=head),))


def asking(item: Choice, stem: str) -> Choice:
    return dataclasses.replace(item, stem=Prose(stem))


def retired(item: Choice) -> Choice:
    return dataclasses.replace(item, retired=Retired(since=Word("2"), reason=Prose("Old.")))


def times(anki: Learner) -> dict[str, int]:
    found = (anki.collection.get_note(note) for note in anki.collection.find_notes(""))
    return {note["Key"]: note.mod for note in found}


def test_a_note_keeps_its_time_until_it_changes() -> None:
    first = build(bank_of(choice("one"), choice("two")), now=FIRST)
    second = build(version(bank_of(asking(choice("one"), "Else?"), choice("two")), "2"), lock=first.lock, now=LATER)
    with learner() as anki:
        anki.imports(second.data)

        assert times(anki) == {"m/one": LATER, "m/two": FIRST}


def test_a_clock_that_stands_behind_still_gives_a_later_time() -> None:
    first = build(bank_of(choice("one")), now=LATER)
    second = build(version(bank_of(asking(choice("one"), "Else?")), "2"), lock=first.lock, now=FIRST)
    with learner() as anki:
        anki.imports(first.data)

        assert anki.imports(second.data) == {"updated": 1}
        assert times(anki) == {"m/one": LATER + 1}


def test_the_tag_of_the_last_change_finds_what_a_release_changed() -> None:
    first = build(bank_of(choice("one"), choice("two")))
    bank = version(bank_of(asking(choice("one"), "Else?"), choice("two"), choice("three")), "2")
    with learner() as anki:
        anki.imports(first.data)
        anki.imports(build(bank, lock=first.lock, now=LATER).data)
        found = anki.collection.find_notes("tag:b::changed::2")

        assert {anki.collection.get_note(note)["Key"] for note in found} == {"m/one", "m/three"}
        assert anki.note("m/two").tags == ["b::changed::1", "b::difficulty::medium", "b::module::m"]


def test_a_new_version_alone_changes_no_note() -> None:
    first = build(BANK, now=FIRST)
    second = build(version(BANK, "2"), lock=first.lock, now=LATER)
    with learner() as anki:
        anki.imports(first.data)

        assert second.lock == first.lock
        assert anki.imports(second.data) == {"duplicate": 6}


def test_a_deck_keeps_the_name_under_which_it_was_released() -> None:
    first = build(titled(bank_of(choice("one")), "Bank", "Module"))
    bank = version(titled(bank_of(choice("one"), choice("two")), "Other bank", "Other module"), "2")
    with learner() as anki:
        anki.imports(first.data)
        anki.imports(build(bank, lock=first.lock, now=LATER).data)
        root = anki.collection.decks.by_name("Bank")

        assert anki.decks() == {"Bank::03.08 Module": 2}
        assert {deck.name for deck in anki.collection.decks.all_names_and_ids()} == {
            "Bank",
            "Bank::03.08 Module",
            "Default",
        }
        assert root is not None
        assert "Version 2" in root["desc"]


def test_a_deck_takes_a_new_name_until_it_is_released() -> None:
    first = build(titled(bank_of(choice("one")), "Bank", "Module"))
    again = build(titled(bank_of(choice("one")), "Other bank", "Other module"), lock=first.lock, now=LATER)
    with learner() as anki:
        anki.imports(again.data)

        assert anki.decks() == {"Other bank::03.08 Other module": 1}


def test_a_module_that_comes_later_joins_the_released_root() -> None:
    first = build(titled(bank_of(choice("one")), "Bank", "Module"))
    bank = version(titled(bank_of(choice("one")), "Other bank", "Module"), "2")
    module = dataclasses.replace(bank.modules[0], items=(choice("two"),))
    second = dataclasses.replace(module, head=dataclasses.replace(module.head, id=Id("n"), number=Line("10")))
    with learner() as anki:
        both = dataclasses.replace(bank, modules=(*bank.modules, second))
        anki.imports(build(both, lock=first.lock, now=LATER).data)

        assert anki.decks() == {"Bank::03.08 Module": 1, "Bank::10 Module": 1}


def test_the_root_deck_tells_what_a_version_changed() -> None:
    first = build(bank_of(choice("one"), choice("two"), choice("three")), now=FIRST)
    items = (asking(choice("one"), "Else?"), choice("two"), retired(choice("three")), choice("four"))
    with learner() as anki:
        anki.imports(build(version(bank_of(*items), "2"), lock=first.lock, now=LATER).data)
        root = anki.collection.decks.by_name("T")

        assert root is not None
        assert "Version 2 · 3 notes (3 choice) · 2025-10-09" in root["desc"]
        assert "1 new, 1 changed (tag:b::changed::2), 1 retired" in root["desc"]


def ids(built: Built) -> dict[str, int]:
    with learner() as anki:
        anki.imports(built.data)
        return {anki.collection.get_note(note)["Key"]: note for note in anki.collection.find_notes("")}


def test_a_note_whose_number_is_taken_keeps_another_for_good() -> None:
    later, earlier = choice("q903"), choice("q16239")
    first = build(bank_of(earlier))
    second = build(version(bank_of(later, earlier), "2"), lock=first.lock)
    third = build(version(bank_of(asking(later, "Else?"), earlier), "3"), lock=reread(second.lock), now=LATER)
    alone = build(version(bank_of(later), "3"), lock=reread(second.lock), now=LATER)

    assert own_id("uid", "m/q903") == own_id("uid", "m/q16239") == ids(first)["m/q16239"]
    assert ids(second) == ids(third) == {"m/q16239": ids(first)["m/q16239"], "m/q903": ids(first)["m/q16239"] + 32}
    assert ids(alone)["m/q903"] == ids(third)["m/q903"]


def test_numbers_do_not_depend_on_the_order_of_the_bank() -> None:
    one, other = choice("q903"), choice("q16239")

    assert ids(build(bank_of(one, other))) == ids(build(bank_of(other, one)))


def test_a_number_that_is_not_its_own_comes_back_with_a_lost_lock(tmp_path: Path) -> None:
    bank = bank_of(choice("q903"), choice("q16239"))
    built = build(bank)
    deck = tmp_path / "deck.apkg"
    deck.write_bytes(built.data)
    adopted = {one.name: one.id for one in adopted_stamps(bank.head, read_deck(deck)) if one.kind == "note"}

    assert adopted == {name: one.id for (kind, name), one in built.lock.stamps.items() if kind == "note"}
    assert any(adopted.values())


def reread(lock: Lock) -> Lock:
    return parse_lock(format_lock(lock).decode(), "lock")[0]


def test_the_lock_reads_as_it_was_written() -> None:
    first = build(BANK)
    cloze = bank_of(choice("one"), open_question("open"), facts=(fact("gang", "Pods start {{c3::so}}."),))
    lock = build(version(cloze, "2"), lock=first.lock, now=LATER).lock
    gone = bank_of(retired(choice("one")), open_question("open"))
    lock = build(version(gone, "3"), lock=lock, now=LATER).lock
    lock = build(version(cloze, "4"), lock=lock, now=LATER).lock

    assert parse_lock(format_lock(lock).decode(), "lock") == (lock, ())
    assert " before hash=" in format_lock(lock).decode()
    assert re.search("note m/one .* before .* retired=3\n", format_lock(lock).decode())
    assert " cloze=1:" in format_lock(lock).decode()
    assert ":gone" in format_lock(lock).decode()


def test_a_lock_from_before_there_were_more_parts_is_read() -> None:
    line = "note m/one hash=0f time=2026-01-01T00:00:00Z since=1 changed=1\n"

    lock, faults = parse_lock(line, "lock")

    assert not faults
    assert format_lock(lock).decode().endswith(line)


@pytest.mark.parametrize("part", ["cloze=x", "cloze=0:12345678", "title=x", "retired=1 type=choice", "more=1"])
def test_a_part_that_is_no_part_is_a_broken_line(part: str) -> None:
    lock, faults = parse_lock(f"note m/one hash=0f time=2026-01-01T00:00:00Z since=1 changed=1 {part}\n", "lock")

    assert lock == Lock()
    assert [one.code for one in faults] == ["S115"]


def test_a_note_that_is_too_large_is_an_error() -> None:
    built = build(bank_of(choice("one", stem="word " * 210_000)))

    assert [(one.code, one.severity) for one in built.findings] == [("W804", Severity.ERROR)]


def test_a_reserved_field_that_gets_a_name_keeps_its_id() -> None:
    stamp = Stamp("type", "open", "0", 0, "1", "1")
    named = tuple("Hint" if field == "Reserved1" else field for field in OPEN.fields)

    before, after = (
        Model(1, "open", note_type, Look((("", ""), ("", "")), "", {}), stamp)
        for note_type in (OPEN, dataclasses.replace(OPEN, fields=named))
    )

    assert [field["id"] for field in before.fields] == [field["id"] for field in after.fields]
    assert len({field["id"] for field in before.fields}) == len(OPEN.fields)
