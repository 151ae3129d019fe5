"""What a learner sets and studies between two releases, which the next one leaves alone (real Anki)."""

from collections.abc import Callable
from pathlib import Path

import anki.collection  # noqa: F401 (first: these modules import each other in a ring)
import pytest
from anki.collection import ImportAnkiPackageOptions

from tests.anki.author import FIRST, Author, choice
from tests.anki.studying import (
    ALWAYS,
    GOOD,
    RED,
    answers,
    backdates,
    card_of,
    doubled,
    keeps,
    look,
    memory,
    schema,
    stale,
    studies,
)
from tests.anki_harness import Learner, learner


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


def flags(anki: Learner) -> None:
    anki.collection.set_user_flag_for_cards(RED, [card_of(anki, "m/one").id])


def suspends(anki: Learner) -> None:
    anki.collection.sched.suspend_cards([card_of(anki, "m/one").id])


def buries(anki: Learner) -> None:
    anki.collection.sched.bury_cards([card_of(anki, "m/one").id])


def moves_to_an_own_deck(anki: Learner) -> None:
    own = anki.collection.decks.id("Mine")
    assert own is not None
    anki.collection.set_deck([card_of(anki, "m/one").id], own)


def studies_in_a_filtered_deck(anki: Learner) -> None:
    filtered = anki.collection.decks.new_filtered("Cram")
    deck = anki.collection.decks.get(filtered)
    assert deck is not None
    deck["terms"] = [["Key:m/*", 100, 0]]
    anki.collection.decks.save(deck)
    assert anki.collection.sched.rebuild_filtered_deck(filtered).count


def renames_the_deck(anki: Learner) -> None:
    deck = anki.collection.decks.by_name("Bank")
    assert deck is not None
    anki.collection.decks.rename(deck, "My course")


def changes_the_options_of_the_deck(anki: Learner) -> None:
    decks = anki.collection.decks
    deck = decks.by_name("Bank")
    assert deck is not None
    decks.set_config_id_for_deck_dict(deck, decks.add_config_returning_id("Mine"))


def renames_a_field(anki: Learner) -> None:
    note_type = anki.note("m/one").note_type()
    assert note_type is not None
    anki.collection.models.rename_field(note_type, note_type["flds"][2], "Number")
    anki.collection.models.update_dict(note_type)


def sorts_by_another_field(anki: Learner) -> None:
    note_type = anki.note("m/one").note_type()
    assert note_type is not None
    anki.collection.models.set_sort_index(note_type, 0)
    anki.collection.models.update_dict(note_type)
    for note in map(anki.collection.get_note, anki.collection.find_notes("")):
        backdates(anki, note, FIRST + 1)


UNTOUCHED: list[Callable[[Learner], None]] = [
    flags,
    suspends,
    buries,
    moves_to_an_own_deck,
    studies_in_a_filtered_deck,
    renames_the_deck,
    changes_the_options_of_the_deck,
    renames_a_field,
    sorts_by_another_field,
]


@pytest.mark.parametrize("change", UNTOUCHED, ids=[change.__name__ for change in UNTOUCHED])
def test_what_a_learner_sets_stays_and_keeps_no_correction_away(
    author: Author, change: Callable[[Learner], None]
) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        studies(anki)
        change(anki)
        before, configs = memory(anki), anki.sql("select id, config from deck_config")
        author.corrects("one")
        author.edits("m/items.yaml", "  - id: two", f"{choice('between')}  - id: two")
        newest = author.releases()

        assert anki.imports(newest) == {"new": 1, "updated": 1, "duplicate": 6}
        assert "was corrected" in anki.note("m/one")["Stem"]
        assert not doubled(anki)
        assert keeps(anki, before)
        assert anki.sql("select id, config from deck_config") == configs


def test_a_learners_own_style_stays_while_the_look_does_not_change(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        note_type = anki.note("m/one").note_type()
        assert note_type is not None
        note_type["css"] = ".card { color: plum }"
        anki.collection.models.update_dict(note_type)
        anki.sql(f"update notetypes set mtime_secs = {author.now + 1}")  # Anki itself dates by the clock
        author.corrects("one")

        assert anki.imports(author.releases()) == {"updated": 1, "duplicate": 6}
        assert "plum" in " ".join(look(anki.note("m/one")))


@pytest.mark.parametrize(
    "options",
    [ImportAnkiPackageOptions(merge_notetypes=True), ImportAnkiPackageOptions(with_scheduling=True), ALWAYS],
    ids=["merge", "progress", "always"],
)
def test_other_options_cost_no_schedule_and_hold_no_correction_off(
    author: Author, options: ImportAnkiPackageOptions
) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        studies(anki)
        before, scheme = memory(anki), schema(anki)
        author.corrects("one")
        newest = author.releases()

        assert anki.imports(newest, options) == {"updated": 1, "duplicate": 6}
        assert not stale(anki, newest)
        assert not doubled(anki)
        assert keeps(anki, before)
        assert schema(anki) == scheme


def test_an_import_can_be_undone(author: Author) -> None:
    with learner() as anki:
        first = author.releases()
        anki.imports(first)
        studies(anki)
        before = memory(anki)
        author.corrects("one")
        anki.imports(author.releases())
        anki.collection.undo()

        assert not stale(anki, first)
        assert memory(anki) == before


def test_a_card_that_is_answered_while_a_release_is_made_keeps_its_answer(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        author.corrects("one")
        newest = author.releases()
        answers(anki, card_of(anki, "m/one"), GOOD)
        before = memory(anki)

        assert anki.imports(newest) == {"updated": 1, "duplicate": 6}
        assert keeps(anki, before)
