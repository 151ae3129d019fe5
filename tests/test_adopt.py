"""A lock that was lost comes back from the deck that was released."""

import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.commands import KCNA, bank, new_bank, run, tree

__all__ = ["bank"]
NOW, LATER = "1790000000", "1795000000"


def anki_lines(bank: Path) -> list[str]:
    lines = (bank / "deckgen.lock").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.startswith(("bank ", "deck ", "note ", "type "))]


def released(bank: Path, folder: Path) -> Path:
    """Build a bank; return the deck that was made."""
    assert run("build", bank, "--out", folder, "--to", "anki-apkg", epoch=NOW).exit_code == 0
    (deck,) = folder.glob("anki/*.apkg")
    return deck


def raise_version(bank: Path) -> None:
    head = bank / "bank.yaml"
    lines = head.read_text(encoding="utf-8").split("\n")
    raised = ["version: '9'" if line.startswith("version:") else line for line in lines]
    head.write_text("\n".join(raised), encoding="utf-8")


@pytest.mark.parametrize("shipped", [True, False])
def test_what_the_lock_said_of_the_deck_is_there_again(shipped: bool, tmp_path: Path) -> None:
    copy = shutil.copytree(KCNA, tmp_path / "bank") if shipped else new_bank(tmp_path / "bank")
    (copy / "deckgen.lock").unlink(missing_ok=True)
    deck = released(copy, tmp_path / "out")
    before = anki_lines(copy)
    (copy / "deckgen.lock").unlink()

    result = run("adopt", deck, "--bank", copy)

    assert result.exit_code == 0
    assert f"{len(before) - 1} adopted, 0 known" in result.stdout  # the uid is not counted
    assert anki_lines(copy) == before


def test_a_build_after_it_dates_nothing_anew(bank: Path, tmp_path: Path) -> None:
    deck = released(bank, tmp_path / "out")
    data = deck.read_bytes()
    (bank / "deckgen.lock").unlink()
    run("adopt", deck, "--bank", bank)
    lock = anki_lines(bank)

    run("build", bank, "--out", tmp_path / "out", epoch=LATER)

    assert deck.read_bytes() == data
    assert anki_lines(bank) == lock


def test_a_deck_of_the_present_version_asks_for_a_higher_one(bank: Path, tmp_path: Path) -> None:
    deck = released(bank, tmp_path / "out")
    (bank / "deckgen.lock").unlink()

    assert "raise `version`" in run("adopt", deck, "--bank", bank).stdout
    raise_version(bank)
    assert "raise `version`" not in run("adopt", deck, "--bank", bank).stdout


def test_only_what_is_missing_is_added(bank: Path, tmp_path: Path) -> None:
    deck = released(bank, tmp_path / "out")
    lock = bank / "deckgen.lock"
    whole = lock.read_bytes()
    lock.write_bytes(b"".join(line for line in whole.splitlines(keepends=True) if not line.startswith(b"note ")))

    result = run("adopt", deck, "--bank", bank)

    assert result.exit_code == 0
    assert lock.read_bytes() == whole


def test_a_lock_that_says_something_else_is_left_alone(bank: Path, tmp_path: Path) -> None:
    deck = released(bank, tmp_path / "out")
    lock = bank / "deckgen.lock"
    lock.write_text(lock.read_text().replace("time=2026-09-21T14:13:20Z", "time=2026-09-22T14:13:20Z", 1))
    text = lock.read_text()

    result = run("adopt", deck, "--bank", bank)

    assert result.exit_code == 2
    assert "remembers something else of 1 of" in result.stderr
    assert lock.read_text() == text


def test_the_deck_of_another_bank_is_refused(bank: Path, tmp_path: Path) -> None:
    deck = released(bank, tmp_path / "out")
    (bank / "deckgen.lock").unlink()
    head = bank / "bank.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("uid: fixed", "uid: other"), encoding="utf-8")

    result = run("adopt", deck, "--bank", bank)

    assert result.exit_code == 2
    assert "is not of this bank" in result.stderr
    assert not (bank / "deckgen.lock").exists()


def a_zip(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writestr(name.replace("_", "."), data)
    return path


def a_database(statement: str) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.executescript(statement)
    data = connection.serialize()
    connection.close()
    return data


def test_a_lost_lock_is_not_begun_anew_while_its_deck_is_there(bank: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", bank, "--out", out, "--to", "anki-apkg")
    (bank / "deckgen.lock").unlink()
    before = tree(out)

    result = run("build", bank, "--out", out)

    assert result.exit_code == 1
    assert f"{bank.as_posix()}/deckgen.lock:1:1: S119 the lock is gone, but `" in result.stderr
    assert not (bank / "deckgen.lock").exists()
    assert tree(out) == before


def test_a_deck_of_another_bank_is_no_sign_of_a_lost_lock(bank: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", bank, "--out", out, "--to", "anki-apkg")
    (bank / "deckgen.lock").unlink()
    head = bank / "bank.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("uid: fixed", "uid: other"), encoding="utf-8")

    assert run("build", bank, "--out", out, "--to", "anki-apkg").exit_code == 0


def test_a_deck_without_notes_is_no_sign_of_a_lost_lock(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "anki").mkdir()
    tables = "CREATE TABLE notes (guid, id, mid, flds, tags, mod); CREATE TABLE cards (nid, did);"
    data = a_database(f"{tables} CREATE TABLE col (models, decks); INSERT INTO col VALUES ('{{}}', '{{}}')")
    a_zip(tmp_path / "anki/my-bank.apkg", collection_anki2=data)

    assert run("build", bank, "--out", tmp_path, "--to", "release-notes").exit_code == 0


def test_where_no_deck_can_be_it_is_told_as_with_a_lock(bank: Path, tmp_path: Path) -> None:
    result = run("build", bank, "--out", tmp_path / ("long" * 100))

    assert "cannot make the folder" in result.stderr


def test_what_is_no_deck_of_ours_is_refused(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no zip")
    files = (
        tmp_path,
        tmp_path / "nowhere",
        tmp_path / "text",
        a_zip(tmp_path / "empty"),
        a_zip(tmp_path / "broken", collection_anki2=b"no database"),
        a_zip(tmp_path / "strange", collection_anki2=a_database("CREATE TABLE one (two)")),
        a_zip(tmp_path / "new", collection_anki2=b"", collection_anki21b=b""),
        a_zip(tmp_path / "odd", collection_anki2=a_database("CREATE TABLE col (models, decks)")),
    )

    for file in files:
        result = run("adopt", file, "--bank", bank)
        assert (result.exit_code, file.name in result.stderr) == (2, True), file
    assert not (bank / "deckgen.lock").exists()
