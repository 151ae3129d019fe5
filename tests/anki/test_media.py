"""Images and sounds in the real Anki: they arrive once, a changed one arrives too, and nothing is left over."""

from pathlib import Path

import pytest

from tests.anki.author import Author
from tests.anki_harness import Learner, learner
from tests.media_files import DRAWING, SOUND, picture
from tests.writers.cards import media as packed

STEM = "Which one is one?"


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """An author whose first item and whose fact show an image; an open question has a sound."""
    author = Author(tmp_path)
    draws(author, "m/two pods.png", picture(shade=1))
    draws(author, "m/word.mp3", SOUND)
    author.edits("m/items.yaml", STEM, f"{STEM} ![Two Pods](<two pods.png>)")
    author.edits("m/facts.yaml", "{{c1::together}}", "{{c1::![so](<two pods.png>)}}")
    author.edits("m/open.yaml", "Thus.", "Thus: ![a word](word.mp3)")
    return author


def draws(author: Author, name: str, data: bytes) -> None:
    path = author.folder / "questions" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def media(anki: Learner) -> dict[str, bytes]:
    folder = Path(anki.collection.media.dir())
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith("_")}


def assert_whole(anki: Learner) -> None:
    """Anki's own check finds no file that is missing, and none that nobody needs."""
    report = anki.collection.media.check()
    assert (list(report.missing), list(report.unused)) == ([], [])


def shown(anki: Learner, key: str) -> str:
    (number,) = anki.collection.find_cards(f'"Key:{key}"')[:1]
    output = anki.collection.get_card(number).render_output()
    return output.question_text + output.answer_text


def test_files_arrive_once_under_plain_names(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())

        assert sorted(media(anki).values()) == sorted([picture(shade=1), SOUND])
        assert all(name.isascii() and " " not in name for name in media(anki))
        assert_whole(anki)
        (image,) = (name for name in media(anki) if name.endswith(".png"))
        assert f'<img src="{image}" alt="Two Pods" width="4" height="3">' in shown(anki, "m/one")


def test_a_sound_is_one_that_anki_plays(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        (number,) = anki.collection.find_cards('"Key:m/open"')
        tags = anki.collection.get_card(number).answer_av_tags()

        assert [getattr(tag, "filename", "") for tag in tags] == [name for name in media(anki) if "mp3" in name]


def test_a_changed_image_arrives_and_an_unchanged_one_leaves_its_note_alone(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        before = {key: anki.note(key).mod for key in ("m/one", "m/two", "m/gang", "m/open")}
        draws(author, "m/two pods.png", picture(shade=2))

        assert anki.imports(author.releases()) == {"updated": 2, "duplicate": 5}

        after = {key: anki.note(key).mod for key in before}
        assert {key for key in before if after[key] != before[key]} == {"m/one", "m/gang"}
        (new,) = (name for name, data in media(anki).items() if data == picture(shade=2))
        assert new in shown(anki, "m/one")
        assert list(anki.collection.media.check().missing) == []


def test_a_file_that_is_renamed_or_saved_again_is_told_by_its_name_and_content(author: Author) -> None:
    with learner() as anki:
        anki.imports(author.releases())
        (author.folder / "questions/m/two pods.png").touch()

        assert anki.imports(author.releases()) == {"duplicate": 7}


def test_two_modules_have_files_of_one_name(author: Author) -> None:
    author.writes("n/module.yaml", "module:\n  id: n\n  title: Other\n")
    author.writes(
        "n/items.yaml", "items:\n  - id: other\n    stem: |\n      ![N](<two pods.png>)\n    model: |\n      A.\n"
    )
    draws(author, "n/two pods.png", picture(shade=9))

    with learner() as anki:
        anki.imports(author.releases())

        assert sorted(media(anki).values()) == sorted([picture(shade=1), picture(shade=9), SOUND])
        by_data = {data: name for name, data in media(anki).items()}
        assert by_data[picture(shade=9)] in shown(anki, "n/other")
        assert by_data[picture(shade=1)] in shown(anki, "m/one")
        assert_whole(anki)


def test_what_is_retired_takes_its_files_along(author: Author) -> None:
    draws(author, "m/old.svg", DRAWING)
    author.writes(
        "m/old.yaml",
        "items:\n  - id: old\n    stem: |\n      ![Old](old.svg)\n    model: |\n      A.\n"
        "    retired:\n      since: '1'\n      reason: |\n        Old.\n",
    )

    with learner() as anki:
        deck = author.releases()
        anki.imports(deck)

        assert not [name for name in packed(deck) if name.startswith("old-")]
        assert_whole(anki)


def test_an_svg_arrives_clean(author: Author) -> None:
    draws(author, "m/two.svg", DRAWING.replace(b"<path", b"<script>alert(1)</script><path"))
    author.edits("m/open.yaml", "Why?", "Why? ![Two](two.svg)")

    with learner() as anki:
        anki.imports(author.releases())
        (drawing,) = (data for name, data in media(anki).items() if name.endswith(".svg"))

        assert b"script" not in drawing
        assert b'<path d="M0 0h40v20z"/>' in drawing
        assert_whole(anki)
