"""The other commands."""

import json
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from deckgen import explain, starter
from deckgen.model.edition import PaperSize
from deckgen.model.schema import MOST_FORMS
from deckgen.sources.json_schema import json_schema
from deckgen.sources.nodes import Mapping, Node, Scalar, Sequence
from deckgen.sources.yaml_nodes import read_nodes
from tests.commands import KCNA, REPOSITORY, bank, run

__all__ = ["bank"]


def test_new_refuses_a_folder_that_is_not_empty(bank: Path) -> None:
    result = run("new", bank)

    assert result.exit_code == 1
    assert "is not empty" in result.stderr


def test_paper_may_be_named_in_capitals(bank: Path, tmp_path: Path) -> None:
    for paper in ("A4", "Letter"):
        assert run("build", bank, "--out", tmp_path / paper, "--to", "exam-html", "--paper", paper).exit_code == 0


def test_every_new_bank_has_a_uid_of_its_own(tmp_path: Path) -> None:
    run("new", tmp_path / "one")
    run("new", tmp_path / "two")

    assert (tmp_path / "one/bank.yaml").read_text() != (tmp_path / "two/bank.yaml").read_text()
    assert "UID-OF-THE-BANK" not in (tmp_path / "one/bank.yaml").read_text()


@pytest.mark.parametrize("code", explain.known_codes())
def test_explain_prints_law_reason_and_examples_of_every_code(code: str) -> None:
    result = run("explain", code.lower())

    assert result.output.startswith(f"{code}: ")
    assert "Wrong:" in result.output
    assert "Right:" in result.output


def test_explain_of_an_unknown_code_names_the_codes() -> None:
    result = run("explain", "K999")

    assert result.exit_code == 2
    assert "K101" in result.stderr


def test_formats_lists_every_writer_with_what_it_is() -> None:
    lines = run("formats").output.splitlines()

    assert [line.split()[0] for line in lines] == ["anki-apkg", "exam-html", "print-html", "release-notes"]
    assert all(len(line.split()) > 3 for line in lines)


def test_the_schema_beside_the_shipped_bank_is_what_schema_prints() -> None:
    printed = run("schema").output

    assert json.loads(printed) == json_schema()
    assert (KCNA / starter.SCHEMA_FILE).read_text(encoding="utf-8") == printed


def files_of(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.yaml"))


@pytest.mark.parametrize(
    "path",
    [*files_of(KCNA), *files_of(REPOSITORY / "templates/bank")],
    ids=lambda path: str(path.relative_to(REPOSITORY)),
)
def test_the_shipped_files_hold_to_the_schema_and_name_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    jsonschema.Draft7Validator(json_schema()).validate(as_an_editor_sees_it(read_nodes(text, "").root))

    depth = "../" if path.parent.name not in ("questions", "bank") else ""
    assert text.startswith(f"# yaml-language-server: $schema={depth}{starter.SCHEMA_FILE}\n")


def test_the_schema_refuses_what_the_reader_refuses() -> None:
    validator = jsonschema.Draft7Validator(json_schema())

    refused: list[dict[str, object]] = [
        {"itms": []},
        {"items": [{"id": "a", "stem": "b"}]},
        {"items": [{"id": "a"}]},
        {"exams": 3},
    ]
    for bad in refused:
        assert not validator.is_valid(bad), bad


def as_an_editor_sees_it(node: Node | None) -> object:
    """Return nodes as YAML 1.2 values: whole numbers and flags are guessed, dates are text."""
    if isinstance(node, Mapping):
        return {name: as_an_editor_sees_it(child) for name, (_, child) in node.entries.items()}
    if isinstance(node, Sequence):
        return [as_an_editor_sees_it(child) for child in node.items]
    assert isinstance(node, Scalar)
    if node.text in ("true", "false"):
        return node.text == "true"
    return int(node.text) if node.text.isdigit() else node.text


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from deckgen.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'yaml', 'jinja2', 'genanki', 'markdown_it', 'deckgen.model', 'hashlib'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )

    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_the_command_line_offers_what_the_model_takes(bank: Path) -> None:
    too_many, no_paper = run("build", bank, "--forms", str(MOST_FORMS + 1)), run("build", bank, "--paper", "a5")

    assert f"is not in the range 1<=x<={MOST_FORMS}" in too_many.stderr
    assert f"is not one of {', '.join(repr(str(size)) for size in PaperSize)}" in no_paper.stderr


def test_github_gets_annotations_by_itself(bank: Path) -> None:
    from click.testing import CliRunner

    from deckgen.cli import main

    (bank / "first-module/items.yaml").write_text("items: 3\n")
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": ""}
    result = CliRunner().invoke(main, ["check", str(bank)], env=env)

    assert result.exit_code == 1
    assert result.stdout.startswith("::error file=")
    assert ",line=1,col=8,title=S110::a list was expected" in result.stdout


def test_check_of_a_clean_bank_says_so(bank: Path) -> None:
    result = run("check", bank)

    assert (result.exit_code, result.output) == (0, "no findings\n")


STALE = """
facts:
  - id: aging
    text: |
      It is {{c1::so}}.
    as_of: 2026-01-01
    review_by: 2027-01-31
    source: https://example.org/
"""


@pytest.mark.parametrize(("day", "found"), [("2027-01-01", False), ("2027-02-01", True)])
def test_check_today_shows_what_will_be_stale_then(bank: Path, day: str, found: bool) -> None:
    (bank / "first-module/more.yaml").write_text(STALE)

    assert ("F504" in run("check", bank, "--today", day).stderr) == found


@pytest.mark.parametrize("day", ["soon", "20270201", "2027-02-30"])
def test_check_today_takes_a_day_only(bank: Path, day: str) -> None:
    assert run("check", bank, "--today", day).exit_code == 2


ITEM = """
  - id: item-{number}
    stem: |
      Which of them is number {number}?
    options:
      - text: The one with the number {number}, which is the answer
        correct: true
      - text: Number {number} of another row
      - text: None here, number {number}
"""


@pytest.mark.parametrize("command", ["check", "build"])
def test_the_summary_says_how_well_a_guesser_does(bank: Path, command: str, tmp_path: Path) -> None:
    (bank / "first-module/more.yaml").write_text("items:" + "".join(ITEM.format(number=one) for one in range(20)))
    options = ["--out", str(tmp_path / "out"), "--to", "anki-apkg"] if command == "build" else []

    lines = run(command, bank, *options).stderr.splitlines()

    assert re.match(r"guess score 2\d of 2\d by picking the longest option", lines[-1])


def test_of_a_few_items_no_guess_score_is_told(bank: Path) -> None:
    assert "guess" not in run("check", bank).output


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
def test_on_a_terminal_each_finding_has_its_line_and_a_caret(bank: Path) -> None:
    import os
    import pty

    (bank / "first-module/items.yaml").write_text("items: 部署\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-m", "deckgen", "check", bank], stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode().replace("\r\n", "\n").splitlines()
    os.close(ours)

    assert shown[shown.index("  items: 部署") + 1] == "         ^"
