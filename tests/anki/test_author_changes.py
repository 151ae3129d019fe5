"""What an author may do between two releases, and what a learner's Anki makes of it (the real one, default options)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.anki.author import DAY, Author
from tests.anki.author_edits import CHANGES, corrects_a_cell, inserts_an_item, restores_an_item, retires_an_item
from tests.anki.studying import card_of, doubled, keeps, memory, schema, stale, studies
from tests.anki_harness import learner
from tests.commands import run


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


@pytest.mark.parametrize("after", [DAY, 0, -DAY], ids=["a day later", "in the same second", "by a clock set back"])
@pytest.mark.parametrize(("change", "fates"), CHANGES, ids=[change.__name__ for change, _ in CHANGES])
def test_an_update_arrives_and_costs_no_learner_anything(
    author: Author, change: Callable[[Author], None], fates: dict[str, int], after: int
) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        studies(anki)
        before, scheme = memory(anki), schema(anki)

        change(author)
        newest = author.releases(after=after)

        assert anki.imports(newest) == fates
        assert not stale(anki, newest)
        assert not doubled(anki)
        assert keeps(anki, before)
        assert schema(anki) == scheme
        assert anki.imports(newest).keys() == {"duplicate"}


def test_a_learner_who_skips_a_release_gets_what_both_corrected(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        studies(anki)
        author.corrects("one")
        author.releases()
        author.corrects("two")
        newest = author.releases()

        assert anki.imports(newest) == {"updated": 2, "duplicate": 5}
        assert not stale(anki, newest)


def test_an_older_release_takes_nothing_back(author: Author) -> None:
    with learner() as anki:
        first = author.releases()
        author.corrects("one")
        newest = author.releases()
        anki.imports(newest)
        studies(anki)
        before = memory(anki)

        assert anki.imports(first) == {"duplicate": 7}
        assert not stale(anki, newest)
        assert keeps(anki, before)


def test_a_correction_that_is_taken_back_is_a_correction(author: Author) -> None:
    with learner() as anki:
        first = author.releases()
        anki.imports(first)
        corrects_a_cell(author)
        anki.imports(author.releases(after=0))
        author.edits("m/tables.yaml", "Places groups", "Places gangs")

        assert anki.imports(author.releases(after=0)) == {"updated": 1, "duplicate": 6}
        assert anki.note("m/tools.volcano.tool-does")["Answer"] == "Places gangs"


def test_what_comes_back_from_retirement_is_the_same_note(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        studies(anki)
        before = memory(anki)
        retires_an_item(author)
        anki.imports(author.releases())
        restores_an_item(author)
        newest = author.releases()

        assert anki.imports(newest) == {"updated": 1, "duplicate": 6}
        assert "b::changed::3" in anki.note("m/one").tags
        assert not stale(anki, newest)
        assert keeps(anki, before)


def test_a_new_question_stands_among_the_new_cards_where_its_author_put_it(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        inserts_an_item(author)
        anki.imports(author.releases())

        assert card_of(anki, "m/one").due < card_of(anki, "m/between").due <= card_of(anki, "m/two").due


@pytest.mark.parametrize("epoch", ["0", "1", "1.5", "-1", "99999999999"])
def test_no_deck_is_dated_before_there_were_banks_or_long_after_now(author: Author, epoch: str) -> None:
    result = run("build", author.folder / "questions", "--out", author.folder / "build", epoch=epoch)

    assert result.exit_code == 2
    assert not (author.folder / "build").exists()


def test_two_questions_of_one_name_are_not_built(author: Author) -> None:
    author.edits("m/open.yaml", "id: open", "id: one")

    assert author.builds().exit_code == 1
