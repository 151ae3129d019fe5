"""Notes that a learner, or Anki itself, changed between two releases, and the corrections of them (real Anki)."""

from pathlib import Path

import anki.collection  # noqa: F401 (first: these modules import each other in a ring)
import pytest

from tests.anki.author import DAY, Author
from tests.anki.studying import (
    ALWAYS,
    backdates,
    becomes_leech,
    edits,
    keeps,
    memory,
    stale,
    studies,
)
from tests.anki_harness import learner


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


def test_edits_and_tags_stay_on_a_note_that_did_not_change(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        edits(anki, "m/two", at=author.now + 1)
        before = anki.note("m/two")
        author.corrects("one")

        assert anki.imports(author.releases()) == {"updated": 1, "duplicate": 6}
        assert (anki.note("m/two").fields, anki.note("m/two").tags) == (before.fields, before.tags)


def test_a_correction_replaces_what_was_edited_before_it(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        edits(anki, "m/one", at=author.now + 1)
        author.corrects("one")
        newest = author.releases()

        assert anki.imports(newest) == {"updated": 1, "duplicate": 6}
        assert not stale(anki, newest)


def test_an_edit_made_after_a_correction_holds_that_one_off_and_no_later_one(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        edits(anki, "m/one", at=author.now + 2 * DAY)
        author.corrects("one")
        author.corrects("two")
        second = author.releases()

        assert anki.imports(second) == {"updated": 1, "duplicate": 6}
        assert stale(anki, second) == {"m/one"}

        author.corrects("one")
        third = author.releases(after=2 * DAY)

        assert anki.imports(third) == {"updated": 1, "duplicate": 6}
        assert not stale(anki, third)


def test_to_import_with_always_brings_the_correction_that_an_edit_held_off(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        studies(anki)
        edits(anki, "m/one", at=author.now + 2 * DAY)
        before = memory(anki)
        author.corrects("one")
        newest = author.releases()
        anki.imports(newest)

        assert anki.imports(newest, ALWAYS) == {"updated": 1, "duplicate": 6}
        assert not stale(anki, newest)
        assert keeps(anki, before)


@pytest.mark.parametrize("after", [-1, 1], ids=["before", "after"])
def test_a_leech_misses_only_the_correction_that_is_older_than_it(author: Author, after: int) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        becomes_leech(anki, "m/one")
        backdates(anki, anki.note("m/one"), author.now + DAY + after)
        before = memory(anki)
        author.corrects("one")
        newest = author.releases()
        anki.imports(newest)

        assert stale(anki, newest) == ({"m/one"} if after > 0 else set())
        assert keeps(anki, before)


def test_the_mark_stays_on_a_note_that_did_not_change(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        note = anki.note("m/two")
        note.add_tag("marked")
        anki.collection.update_note(note)
        author.corrects("one")
        anki.imports(author.releases())

        assert anki.note("m/two").has_tag("marked")


def test_a_deleted_note_comes_back_as_new_and_the_others_keep_all(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        studies(anki)
        anki.collection.remove_notes([anki.note("m/two").id])
        before = memory(anki)
        author.corrects("one")
        newest = author.releases()

        assert anki.imports(newest) == {"new": 1, "updated": 1, "duplicate": 5}
        assert not stale(anki, newest)
        assert keeps(anki, before)


def test_who_adds_a_field_gets_no_correction_and_keeps_the_schedule(author: Author) -> None:
    """Stated in docs/identity.md: nothing that a package holds can change it."""
    with learner() as anki:
        anki.imports(author.releases())
        studies(anki)
        models = anki.collection.models
        note_type = anki.note("m/one").note_type()
        assert note_type is not None
        models.add_field(note_type, models.new_field("Own"))
        models.update_dict(note_type)
        before = memory(anki)
        author.corrects("one")
        author.edits("m/facts.yaml", "{{c1::together}}", "{{c1::as one}}")

        assert anki.imports(author.releases()) == {"updated": 1, "duplicate": 3, "conflicting": 3}
        assert "was corrected" not in anki.note("m/one")["Stem"]
        assert keeps(anki, before)


def test_who_moves_a_note_to_another_type_gets_no_correction_of_it(author: Author) -> None:
    """Stated in docs/identity.md."""
    with learner() as anki:
        anki.imports(author.releases())
        studies(anki)
        models = anki.collection.models
        basic = models.by_name("Basic")
        note = anki.note("m/one")
        assert basic is not None
        info = models.change_notetype_info(old_notetype_id=note.mid, new_notetype_id=basic["id"])
        request = info.input
        request.note_ids.extend([note.id])
        models.change_notetype_of_notes(request)
        before = memory(anki)
        author.corrects("one")
        author.corrects("two")
        newest = author.releases()

        assert anki.imports(newest) == {"updated": 1, "duplicate": 5, "conflicting": 1}
        assert stale(anki, newest) == {"m/one"}
        assert keeps(anki, before)
