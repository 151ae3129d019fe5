"""The Anki deck built again: what learners keep, and the same bytes."""

import dataclasses
import io
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from deckgen.model.item import Choice
from deckgen.model.schema import Prose
from deckgen.writers._anki import ids
from deckgen.writers._anki.database_bytes import database_bytes
from deckgen.writers._anki.draft import Draft
from deckgen.writers._anki.note_types import CLOZE
from deckgen.writers._anki.package import Package
from tests.anki_harness import (
    BANK,
    TEMPLATES,
    bank_of,
    build,
    choice,
    fact,
    learner,
    renamed,
)

LATER = 1_760_000_000


def with_stem(item: Choice, stem: str) -> Choice:
    return dataclasses.replace(item, stem=Prose(stem))


def test_to_edit_an_option_moves_none() -> None:
    with learner() as anki:
        before = build(bank_of(choice("one", "Right", "b", "c", "d")))
        anki.imports(before.data)
        old = anki.note("m/one")["Options"]
        anki.imports(build(bank_of(choice("one", "Edited", "b", "c", "d")), lock=before.lock, now=LATER).data)

        assert anki.note("m/one")["Options"] == old.replace("Right", "Edited")


def test_a_guid_grows_from_the_name_and_not_from_the_content() -> None:
    with learner() as one, learner() as other:
        one.imports(build(bank_of(choice("one"))).data)
        other.imports(build(bank_of(choice("one", "Other", "text", stem="Else?"))).data)

        assert one.note("m/one").guid == other.note("m/one").guid
        assert one.note("m/one").id == other.note("m/one").id


def test_a_rename_keeps_the_note() -> None:
    before = build(bank_of(choice("one"), facts=(fact("f", "{{c1::x}}"),)))
    after = build(bank_of(renamed(choice("one"), "uno"), facts=(renamed(fact("f", "{{c1::x}}"), "g"),)))

    assert after.data == before.data
    assert after.lock == before.lock


def test_an_update_reaches_what_changed_and_costs_no_schedule() -> None:
    old = build(bank_of(choice("one"), choice("two"), facts=(fact("f", "{{c1::x}}"),)))
    new = build(
        bank_of(with_stem(choice("one"), "Edited?"), choice("two"), facts=(fact("f", "{{c1::x}}"),)),
        lock=old.lock,
        now=LATER,
    )
    with learner() as anki:
        anki.imports(old.data)
        cards = list(anki.cards())
        schedules = [anki.answers(card) for card in cards]
        own = anki.note("m/two")
        anki.sql(f"update notes set tags = ' mine ' where id = {own.id}")

        assert anki.imports(new.data) == {"updated": 1, "duplicate": 2}
        assert anki.note("m/one")["Stem"] == "<p>Edited?</p>"
        assert [anki.schedule(card) for card in cards] == schedules
        assert anki.note("m/two").tags == ["mine"]
        assert anki.imports(new.data) == {"duplicate": 3}


def test_a_field_that_a_learner_renamed_stops_no_update() -> None:
    old = build(bank_of(choice("one")))
    new = build(bank_of(with_stem(choice("one"), "Edited?")), lock=old.lock, now=LATER)
    with learner() as anki:
        anki.imports(old.data)
        models = anki.collection.models
        note_type = anki.note("m/one").note_type()
        assert note_type is not None
        models.rename_field(note_type, note_type["flds"][1], "Question")
        models.update_dict(note_type)

        assert anki.imports(new.data) == {"updated": 1}


def test_a_new_look_makes_no_second_note_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = build(BANK)
    monkeypatch.setattr("tests.anki_harness.TEMPLATES", changed_templates(tmp_path))
    new = build(BANK, lock=old.lock, now=LATER)
    with learner() as anki:
        anki.imports(old.data)

        assert anki.imports(new.data) == {"duplicate": 6}
        assert all("/* changed */" in card.note_type()["css"] for card in anki.cards())


def changed_templates(folder: Path) -> Path:
    own = folder / "templates"
    own.joinpath("anki").mkdir(parents=True)
    sheet = TEMPLATES.joinpath("anki", "card.css").read_bytes()
    own.joinpath("anki", "card.css").write_bytes(sheet + b"/* changed */")
    return own


def test_a_later_build_with_the_lock_gives_the_same_bytes() -> None:
    first = build(BANK)
    again = build(BANK, lock=first.lock, now=LATER)

    assert again.data == first.data
    assert again.lock == first.lock


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    code = (
        "import hashlib; from tests.anki_harness import BANK, build;print(hashlib.sha256(build(BANK).data).hexdigest())"
    )
    root = Path(__file__).parents[2]
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


def test_no_member_of_the_archive_tells_when_it_was_written() -> None:
    members = zipfile.ZipFile(io.BytesIO(build(BANK).data)).infolist()

    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}


MANY = bank_of(
    *(choice(f"n{number}", stem="What? " * (number % 90)) for number in range(300)),
    facts=tuple(
        fact(f"f{number}", "".join(f"{{{{c{one}::b}}}} " for one in range(1, number % 9 + 2))) for number in range(100)
    ),
)
"""A bank whose database has all kinds of pages."""


def database_of(deck: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(deck)).read("collection.anki2")


def test_the_database_tells_neither_how_nor_by_which_sqlite_it_was_written() -> None:
    data = database_of(build(BANK).data)
    connection = sqlite3.connect(":memory:")
    connection.deserialize(data)
    connection.execute("VACUUM")
    rewritten = connection.serialize()
    connection.close()

    assert data[96:100] == (3_040_000).to_bytes(4, "big")
    assert data[24:28] == data[92:96] == (1).to_bytes(4, "big")  # how often it was written
    assert data[100:] == rewritten[100:]


def test_an_sqlite_that_wipes_nothing_writes_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    expected, connect = build(MANY).data, sqlite3.connect

    def wiping_nothing(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.execute("PRAGMA secure_delete = OFF")  # as SQLite is compiled by default, but not by Debian
        return connection

    monkeypatch.setattr(sqlite3, "connect", wiping_nothing)

    assert build(MANY).data == expected


def test_between_the_list_of_a_pages_cells_and_the_cells_nothing_is_left() -> None:
    """SQLite 3.40 leaves other bytes there than 3.51 does: https://sqlite.org/fileformat2.html#b_tree_pages."""
    data = database_of(build(MANY).data)
    trees = [
        page for start in range(4096, len(data), 4096) if (page := data[start : start + 4096])[0] in (2, 5, 10, 13)
    ]
    lists = [(12 if page[0] < 10 else 8) + 2 * int.from_bytes(page[3:5], "big") for page in trees]
    rooms = [page[end : int.from_bytes(page[5:7], "big")] for page, end in zip(trees, lists, strict=True)]

    assert len(rooms) > 100
    assert not any(any(room) for room in rooms)


def test_nothing_is_left_on_the_first_page_either_where_the_header_stands() -> None:
    clean = database_of(build(MANY).data)
    end = 100 + (12 if clean[100] < 10 else 8) + 2 * int.from_bytes(clean[103:105], "big")
    first = int.from_bytes(clean[105:107], "big")
    connection = sqlite3.connect(":memory:")
    connection.deserialize(clean[:end] + b"x" * (first - end) + clean[first:])

    assert first > end
    assert database_bytes(connection) == clean
    connection.close()


def test_a_database_is_whole() -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database_of(build(MANY).data))

    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


def test_the_archive_is_compressed() -> None:
    members = zipfile.ZipFile(io.BytesIO(build(BANK).data)).infolist()

    assert {member.compress_type for member in members} == {zipfile.ZIP_DEFLATED}


def test_media_stand_in_the_order_of_their_names() -> None:
    media = {f"{name}.png": name.encode() for name in "gabdhcfe"}
    one, other = (Package([]).as_bytes(LATER, dict(ones)) for ones in (media.items(), reversed(media.items())))
    archive = zipfile.ZipFile(io.BytesIO(one))
    index = json.loads(archive.read("media"))

    assert one == other
    assert list(index.values()) == sorted(media)
    assert {name: archive.read(number) for number, name in index.items()} == media


def test_nothing_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    build(BANK)

    assert not list(tmp_path.iterdir())


def test_no_two_notes_or_cards_share_an_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "_SLOTS", 2_000)
    cards = {"m/wide": (0, 498), **{f"m/{n}": (0, 30) for n in range(1_000)}}
    span = BANK.modules[0].items[0].origin.span
    drafts = [Draft(name, CLOZE, (), (), "", span, ords) for name, ords in cards.items()]
    numbers = ids.note_ids("uid", drafts, {})
    taken = Counter(
        numbers[name] + offset for name, ords in cards.items() for offset in (0, *(ord_ + 1 for ord_ in ords))
    )

    assert max(taken.values()) == 1
    assert ids.note_ids("uid", drafts, numbers) == numbers


def test_a_new_note_takes_no_id_from_an_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids, "_SLOTS", 1)
    span = BANK.modules[0].items[0].origin.span
    new, old = (Draft(name, CLOZE, (), (), "", span) for name in ("m/a", "m/b"))

    assert ids.note_ids("uid", [new, old], {"m/b": 0})["m/b"] == ids.note_ids("uid", [old], {})["m/b"]
