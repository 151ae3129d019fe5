"""`deckgen build`: all or nothing, the same bytes again, and the last good build is never lost."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.commands import EPOCH, KCNA, bank, new_bank, run, tree

__all__ = ["bank"]


def test_a_new_bank_builds_without_a_finding(bank: Path, tmp_path: Path) -> None:
    result = run("build", bank, "--out", tmp_path / "out")

    assert (result.exit_code, result.stderr) == (0, "")
    made = tree(tmp_path / "out").keys()
    assert {"manifest.json", "anki/my-bank.apkg", "exams/mock/form-A.html", "exams/mock/forms.json"} <= made
    assert {f"print/first-module/{name}.html" for name in ("study-guide", "practice-exam")} <= made


def test_the_shipped_bank_builds_without_a_finding(tmp_path: Path) -> None:
    bank = shutil.copytree(KCNA, tmp_path / "questions")

    result = run("build", bank, "--out", tmp_path / "out")

    assert result.exit_code == 0
    assert re.fullmatch(r"guess score .*\n", result.stderr)
    assert "exams/kcna-mock/form-B.html" in tree(tmp_path / "out")


def test_the_shipped_lock_is_in_step_with_the_shipped_bank(tmp_path: Path) -> None:
    bank = shutil.copytree(KCNA, tmp_path / "questions")

    assert run("build", bank, "--out", tmp_path / "out", "--locked").exit_code == 0


def test_a_later_build_in_another_process_and_hash_order_gives_the_same_bytes(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "one")
    later = {**os.environ, "SOURCE_DATE_EPOCH": str(int(EPOCH) + 99_999), "PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo"}
    command = [sys.executable, "-m", "deckgen", "build", str(bank), "--out", str(tmp_path / "two")]
    subprocess.run(command, check=True, env=later, capture_output=True)

    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_the_members_of_a_deck_carry_no_clock(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out")

    with zipfile.ZipFile(tmp_path / "out/anki/my-bank.apkg") as deck:
        assert {member.date_time for member in deck.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_with_an_error_nothing_is_written_and_the_last_build_stays(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out")
    before = tree(tmp_path)
    items = bank / "first-module/items.yaml"
    items.write_text(items.read_text().replace("answer: CronJob", "answer: DaemonSet"))

    result = run("build", bank, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert " K108 " in result.stderr
    assert result.stderr.endswith("1 error\nnothing was written\n")
    after = tree(tmp_path)
    after.pop("bank/first-module/items.yaml")
    before.pop("bank/first-module/items.yaml")
    assert after == before


def test_with_an_error_no_output_folder_is_made(bank: Path, tmp_path: Path) -> None:
    (bank / "bank.yaml").unlink()

    assert run("build", bank, "--out", tmp_path / "out").exit_code == 1
    assert not (tmp_path / "out").exists()


def test_a_locked_build_fails_when_the_lock_would_change(bank: Path, tmp_path: Path) -> None:
    result = run("build", bank, "--out", tmp_path / "out", "--locked")

    assert result.exit_code == 1
    assert " S116 there is no lock to build from; " in result.stderr
    assert not (bank / "deckgen.lock").exists()
    run("build", bank, "--out", tmp_path / "out")
    assert run("build", bank, "--out", tmp_path / "out", "--locked").exit_code == 0


def test_only_what_changed_gets_a_new_time(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out")
    before = (bank / "deckgen.lock").read_text().splitlines()
    items = bank / "first-module/items.yaml"
    items.write_text(items.read_text().replace("A web server has to run", "A web server must run"))

    run("build", bank, "--out", tmp_path / "out", epoch=str(int(EPOCH) + 60))

    after = (bank / "deckgen.lock").read_text().splitlines()
    (changed,) = set(after) - set(before)
    assert changed.startswith("note first-module/web-server hash=")
    assert "time=2026-09-21T" in changed


def test_a_conflict_in_the_lock_is_told_with_its_cure(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out")
    lock = bank / "deckgen.lock"
    lock.write_text("<<<<<<< ours\n" + lock.read_text())

    result = run("build", bank, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert "deckgen.lock:1:1: S115 a merge left a conflict here; keep the lines of both sides" in result.stderr


def test_one_format_leaves_the_others_and_the_lock_alone(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out")
    before = tree(tmp_path)
    title = bank / "first-module/module.yaml"
    title.write_text(title.read_text().replace("title: Workloads", "title: Controllers"))

    assert run("build", bank, "--out", tmp_path / "out", "--to", "print-html").exit_code == 0

    after = tree(tmp_path)
    changed = {name for name in before if after[name] != before[name]}
    assert changed == {
        "bank/first-module/module.yaml",
        "out/manifest.json",
        "out/print/first-module/study-guide.html",
        "out/print/first-module/practice-exam.html",
        "out/print/first-module/practice-exam.key.html",
    }


def test_an_exam_that_is_gone_is_removed_but_not_when_another_was_asked_for(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out", "--forms", "3")
    assert "exams/mock/form-C.html" in tree(tmp_path / "out")

    run("build", bank, "--out", tmp_path / "out")
    assert "exams/mock/form-C.html" not in tree(tmp_path / "out")
    (bank / "exams.yaml").unlink()
    run("build", bank, "--out", tmp_path / "out", "--to", "anki-apkg")
    assert "exams/mock/form-A.html" in tree(tmp_path / "out")
    run("build", bank, "--out", tmp_path / "out")
    assert not [name for name in tree(tmp_path / "out") if name.startswith("exams/")]


def test_the_manifest_lists_inputs_and_outputs_with_their_hashes(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out")
    manifest = json.loads((tmp_path / "out/manifest.json").read_text())

    made = tree(tmp_path / "out").keys() - {"manifest.json"}
    assert manifest["outputs"].keys() == made
    assert {"bank.yaml", "deckgen.lock", "first-module/items.yaml"} <= manifest["inputs"].keys()
    assert manifest["outputs"]["exams/mock/form-A.html"]["exam"] == "mock"


def test_a_template_of_the_banks_own_overrides_one_file(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "templates/theme").mkdir(parents=True)
    (tmp_path / "templates/theme/tokens.css").write_text("/* ours */")

    run("build", bank, "--out", tmp_path / "out")

    assert "/* ours */" in (tmp_path / "out/print/first-module/study-guide.html").read_text()


def test_an_unknown_format_is_a_usage_error_that_names_the_formats(bank: Path, tmp_path: Path) -> None:
    result = run("build", bank, "--out", tmp_path / "out", "--to", "pptx")

    assert result.exit_code == 2
    assert "anki-apkg" in result.stderr


def test_an_output_folder_that_cannot_be_made_is_told_in_one_line(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    result = run("build", bank, "--out", tmp_path / "file" / "out")

    assert result.exit_code == 1
    assert "cannot make the folder" in result.stderr


def test_an_unknown_exam_is_a_usage_error_that_names_the_exams(bank: Path, tmp_path: Path) -> None:
    result = run("build", bank, "--out", tmp_path / "out", "--exam", "nope")

    assert result.exit_code == 2
    assert "there is no exam nope; the exams are mock" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("seed", ["", " "])
def test_an_empty_seed_is_refused_as_it_is_in_exams_yaml(bank: Path, tmp_path: Path, seed: str) -> None:
    result = run("build", bank, "--out", tmp_path / "out", "--seed", seed)

    assert result.exit_code == 2
    assert "write letters, digits and signs" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_folder_in_the_way_is_told_before_anything_is_written(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "out/anki/my-bank.apkg/x").mkdir(parents=True)

    result = run("build", bank, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert "my-bank.apkg: a folder stands there; move it away" in result.stderr
    assert tree(tmp_path / "out") == {}
    assert not (bank / "deckgen.lock").exists()


def test_a_bank_that_never_had_a_card_needs_no_lock(bank: Path, tmp_path: Path) -> None:
    command: list[str | Path] = ["build", bank, "--out", tmp_path / "out", "--to", "print-html"]

    assert run(*command, "--locked").exit_code == 0
    assert run(*command).exit_code == 0
    assert not (bank / "deckgen.lock").exists()


def test_a_file_whose_name_is_no_text_is_told(bank: Path, tmp_path: Path) -> None:
    (bank / "first-module" / os.fsdecode(b"\xff.yaml")).write_text("items: []\n")

    result = run("build", bank, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert " S101 the name " in result.stderr


@settings(max_examples=60)
@given(data=st.data())
def test_a_mutated_bank_is_built_or_refused_whole(data: st.DataObject, tmp_path_factory) -> None:  # type: ignore[no-untyped-def] # a fixture
    top = tmp_path_factory.mktemp("mutated")
    bank = new_bank(top / "bank")
    run("build", bank, "--out", top / "out")
    before = tree(top / "out")
    names = sorted(path for path in bank.rglob("*") if path.suffix in (".yaml", ".lock"))
    for _ in range(data.draw(st.integers(1, 3), label="mutations")):
        path = data.draw(st.sampled_from(names), label="file")
        path.write_bytes(mutate(path.read_bytes(), data))

    result = run("build", bank, "--out", top / "out")

    assert result.exit_code in (0, 1)
    if result.exit_code == 1:
        assert result.stderr.strip()
        assert tree(top / "out") == before


def mutate(content: bytes, data: st.DataObject) -> bytes:
    """Flip a byte, drop or repeat a line, or rename a key."""
    lines = content.split(b"\n")
    at = data.draw(st.integers(0, len(lines) - 1), label="line")
    kind = data.draw(st.sampled_from(["flip", "drop", "repeat", "rename", "indent"]), label="kind")
    if kind == "flip" and content:
        place = data.draw(st.integers(0, len(content) - 1), label="byte")
        return content[:place] + bytes([data.draw(st.integers(0, 255), label="value")]) + content[place + 1 :]
    if kind == "rename":
        lines[at] = lines[at].replace(b":", data.draw(st.sampled_from([b"x:", b" :", b"", b": :"]), label="key"), 1)
    elif kind == "indent":
        lines[at] = b" " + lines[at]
    else:
        lines[at : at + 1] = [] if kind == "drop" else [lines[at]] * 2
    return b"\n".join(lines)


def test_templates_in_the_folder_of_the_bank_are_told(bank: Path, tmp_path: Path) -> None:
    own = bank / "templates/print/words.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text('{% set page = "Seite" %}\n')

    result = run("build", bank, "--out", tmp_path / "out")

    assert result.exit_code == 1
    assert "/templates:1:1: S114 nothing reads these templates here; move the folder beside the bank's" in result.stderr
