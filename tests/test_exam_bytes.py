"""An item that no row means changes no byte of an exam, save what its record says of the bank."""

import json
from pathlib import Path
from shutil import copytree
from typing import Any

from tests.commands import KCNA, run, tree

NEW = """\
items:
  - id: an-open-one
    objective: tools
    stem: |
      Why is this here?
    model: |
      It is open, and no row asks for an open question.
"""


def outputs(folder: Path, out: Path) -> dict[str, bytes]:
    """Build the exams of a bank."""
    assert run("build", folder, "--to", "exam-html", "--out", out).exit_code == 0
    return {name: data for name, data in tree(out).items() if name.startswith("exams/")}


def record(data: bytes) -> Any:
    return json.loads(data)


def test_an_item_that_no_row_means_changes_no_byte_but_the_banks_hash(tmp_path: Path) -> None:
    before = outputs(copytree(KCNA, tmp_path / "one"), tmp_path / "build-one")
    other = copytree(KCNA, tmp_path / "two")
    (other / "ai-ml" / "new.yaml").write_text(NEW, encoding="utf-8")
    after = outputs(other, tmp_path / "build-two")

    records = {name for name in before if name.endswith("/forms.json")}
    assert len(records) == 2
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} == records
    for name in records:
        old, new = record(before[name]), record(after[name])
        assert old["bank"].pop("sha256") != new["bank"].pop("sha256")
        assert old == new


def test_the_record_of_an_exam_says_what_stands_where(tmp_path: Path) -> None:
    built = outputs(copytree(KCNA, tmp_path / "one"), tmp_path / "out")
    found = record(built["exams/kcna-mock/forms.json"])

    assert list(found) == ["exam", "title", "seed", "bank", "deckgen", "forms"]
    assert list(found["bank"]) == ["id", "version", "sha256"]
    assert [list(form) for form in found["forms"]] == [["form", "code", "items"]] * 2
    assert {tuple(one) for form in found["forms"] for one in form["items"]} == {
        ("number", "id", "options", "key", "points")
    }
