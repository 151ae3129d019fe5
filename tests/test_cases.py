"""Command cases: what a user types, and what deckgen says. Each is a page of `tests/cases/*.md`.

A page starts with a title line. Then, in any order,

- a block ```` ```yaml m/items.yaml ```` is a file: its path is below the bank's folder, `questions`; so are blocks of
  `svg`, and of `base64`, which is decoded;
- a block ```` ```console ```` is one command, `$ deckgen check`, and what it prints, on both streams together; where
  the exit code is not 0, the last line is `=> 1`.

A command sees the files above it; a file given again is written anew. The bank has `bank.yaml` and `m/module.yaml`,
as below, unless the page gives its own. `pytest --goldens` writes into the pages what deckgen says now.
"""

import re
import shlex
from base64 import b64decode
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from deckgen import checks, explain
from deckgen.cli import main
from tests.commands import EPOCH

CASES: Final = sorted((Path(__file__).parent / "cases").glob("*.md"))
DEFAULTS: Final = {
    "bank.yaml": "id: b\ntitle: A bank\nuid: fixed\nversion: '1'\n",
    "m/module.yaml": "module:\n  id: m\n  title: A module\n",
}
BINARIES: Final = (".gif", ".jpg", ".m4a", ".mp3", ".png", ".wav", ".webp")
BLOCK: Final = re.compile(r"^```(yaml|svg|base64|console)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_deckgen_says_what_the_case_says(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rewriting: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    expected = case.read_text(encoding="utf-8")

    actual = play(expected)

    if rewriting and actual != expected:
        case.write_text(actual, encoding="utf-8")
    else:
        assert expected == actual


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    rules, codes = {rule.code for rule in checks.rules()}, set(explain.known_codes())
    named = {case.name.split("-")[0] for case in CASES}

    assert rules <= named
    assert named <= codes
    assert named == {case.name.split("-")[0] for case in CASES if speaks_of_its_code(case)}


def speaks_of_its_code(case: Path) -> bool:
    """Tell whether the rule that a case is named after speaks in it, and is silent in another of its commands."""
    code = re.escape(case.name.split("-")[0])
    spoken = [bool(re.search(f": {code} ", text)) for _, path, text in BLOCK.findall(case.read_text()) if not path]
    return True in spoken and False in spoken


def play(page: str) -> str:
    """Run a page in the current folder; return it with what deckgen says now."""
    for path, text in DEFAULTS.items():
        write(path, text)
    assert page.startswith("# ")
    assert "```console" in page
    return BLOCK.sub(lambda block: play_block(block[0], block[1], block[2], block[3]), page)


def play_block(block: str, language: str, path: str, text: str) -> str:
    """Write a file or run a command; return the block as it is to read."""
    if language != "console":
        write(path, text)
        return block
    command = text.split("\n", 1)[0]
    return f"```console\n{command}\n{said(command)}```"


def write(path: str, text: str) -> None:
    """Write a file of the bank; one that is no text is given in base64."""
    file = Path("questions", path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b64decode(text) if file.suffix in BINARIES else text.encode())


def said(command: str) -> str:
    """Run a command; return what it prints and, where it is not 0, its exit code."""
    prompt, name, *arguments = shlex.split(command)
    assert (prompt, name) == ("$", "deckgen")
    result = CliRunner().invoke(
        main, arguments, env={"SOURCE_DATE_EPOCH": EPOCH, "GITHUB_ACTIONS": None, "NO_COLOR": "1"}
    )
    return result.output + (f"=> {result.exit_code}\n" if result.exit_code else "")
