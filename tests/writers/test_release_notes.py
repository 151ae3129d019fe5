"""Release notes: what learners are told, and a search that the real Anki answers."""

import dataclasses
import re
from pathlib import Path

from deckgen.model.bank import Bank
from deckgen.model.edition import Artifact, Edition
from deckgen.model.item import Retired
from deckgen.model.lock import Lock
from deckgen.model.schema import Line, Prose, Word
from deckgen.sources.templates import read_templates
from deckgen.writers.release_notes import write
from tests.anki.author import DAY, FIRST, Author
from tests.anki_harness import BANK, TEMPLATES, bank_of, build, choice, fact, learner, table
from tests.commands import run

LATER = 1_760_000_000
RETIRED = Retired(since=Word("2"), reason=Prose("No longer *so*."))
TABLE = table("tools", ray=("Ray", "Python", "—"))


def notes(bank: Bank, lock: Lock, now: int = LATER) -> str:
    templates, _, _ = read_templates(TEMPLATES)
    made = write(Edition(bank, (), templates, lock, now, "", ""))
    (page,) = (one for one in made if isinstance(one, Artifact))
    return page.data.decode()


def version(bank: Bank, number: str) -> Bank:
    return dataclasses.replace(bank, head=dataclasses.replace(bank.head, version=Word(number)))


def section(page: str, title: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def test_new_changed_and_retired_notes_are_named_in_words() -> None:
    old = build(bank_of(choice("one"), choice("two"), choice("three", stem="Which *third*?")))
    items = (
        dataclasses.replace(choice("one"), stem=Prose("What now?")),
        choice("two"),
        dataclasses.replace(choice("three", stem="Which *third*?"), retired=RETIRED),
        dataclasses.replace(choice("four"), title=Line("Four [of] them")),
    )

    page = notes(
        version(bank_of(*items, facts=(fact("f", "Pods are {{c1::small::size}}."),), tables=(TABLE,)), "2"), old.lock
    )

    assert section(page, "New") == (
        "\n### 3.8 Module\n\n- Four \\[of\\] them\n- Tools: Ray – Does\n- Pods are small.\n\n"
    )
    assert section(page, "Changed") == "\n### 3.8 Module\n\n- What now?\n\n"
    assert section(page, "Retired") == "\n### 3.8 Module\n\n- Which third? – No longer so.\n\n"
    assert "3 new, 1 changed, 1 retired; 5 in all" in page
    assert "Update notes: Always" in page


def test_the_search_finds_in_anki_what_was_retired() -> None:
    old = build(bank_of(choice("one"), choice("two"), choice("three")))
    two = dataclasses.replace(choice("two"), retired=RETIRED)
    three = dataclasses.replace(choice("three"), retired=RETIRED)
    second = build(version(bank_of(choice("one"), two, three), "2"), lock=old.lock)
    (search,) = re.findall("^    (.*)$", notes(version(bank_of(choice("one"), three), "3"), second.lock), re.MULTILINE)
    with learner() as anki:
        anki.imports(old.data)
        anki.imports(second.data)
        found = anki.collection.find_notes(search)

        assert {anki.collection.get_note(note)["Key"] for note in found} == {"m/two", "m/three"}


def test_many_retired_notes_are_found_by_several_searches() -> None:
    items = tuple(choice(f"q{number}") for number in range(250))
    old = build(bank_of(*items))
    bank = version(bank_of(*(dataclasses.replace(one, retired=RETIRED) for one in items)), "2")
    searches = re.findall("^    (.*)$", notes(bank, old.lock), re.MULTILINE)
    with learner() as anki:
        anki.imports(old.data)

        assert [len(anki.collection.find_notes(search)) for search in searches] == [100, 100, 50]


def test_the_notes_are_the_same_on_every_build_of_a_version() -> None:
    old = build(BANK)
    bank = version(bank_of(choice("one", stem="Else?")), "2")
    new = build(bank, lock=old.lock, now=LATER)

    assert notes(bank, new.lock, LATER + 100_000_000) == notes(bank, old.lock, LATER)


def test_what_is_asked_again_is_named_on_every_build_of_its_version() -> None:
    gone = bank_of(choice("one"), dataclasses.replace(choice("two", stem="Which?"), retired=RETIRED))
    back = version(bank_of(choice("one"), choice("two", stem="Which?")), "3")
    old = build(version(gone, "2"), lock=build(bank_of(choice("one"), choice("two", stem="Which?"))).lock)
    page = notes(back, old.lock)

    assert section(page, "Asked again") == "\n### 3.8 Module\n\n- Which?\n"
    assert not section(page, "Changed")
    assert "0 new, 0 changed, 1 back, 0 retired; 2 in all." in page
    assert notes(back, build(back, lock=old.lock, now=LATER).lock) == page
    assert "Asked again" not in notes(version(back, "4"), build(back, lock=old.lock, now=LATER).lock)


def test_release_notes_alone_are_remembered_as_well(tmp_path: Path) -> None:
    author = Author(tmp_path)
    author.releases()
    author.corrects()
    made = []
    for epoch in (FIRST + DAY, FIRST + 9 * DAY):
        run("build", tmp_path / "questions", "--out", tmp_path / "out", "--to", "release-notes", epoch=str(epoch))
        made.append((tmp_path / "out/release-notes.md").read_bytes())

    assert made[0] == made[1]


def test_a_bank_without_notes_has_release_notes_all_the_same() -> None:
    assert "0 new, 0 changed, 0 retired; 0 in all." in notes(bank_of(), Lock())
