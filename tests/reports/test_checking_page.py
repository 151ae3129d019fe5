"""What docs/checking.md says of the outputs is so."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from deckgen.cli import main
from deckgen.pipeline.check import check, reader_of_lines
from deckgen.reports.text import lines_with_source
from tests.checks.running import DAY
from tests.commands import REPOSITORY, run
from tests.reports.banks import HEAD, faulty, report
from tests.test_documented import MODULE

__all__ = ["faulty"]

PAGE: Final = REPOSITORY / "docs/checking.md"
BLOCK: Final = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    return [text for name, _, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")) if name == language]


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bank of the page."""
    monkeypatch.chdir(tmp_path)
    files = {path: text for _, path, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")) if path}
    assert len(files) == 1
    for name, text in {"questions/bank.yaml": HEAD, "questions/workloads/module.yaml": MODULE, **files}.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return Path("questions")


def test_the_findings_of_the_example_are_as_it_shows(example: Path) -> None:
    assert blocks("console")[0] == f"$ deckgen check\n{run('check').output}"


def test_the_lines_on_a_terminal_are_as_it_shows(example: Path) -> None:
    lines = lines_with_source(check(example, DAY).findings, reader_of_lines(), 80)

    assert blocks("text") == ["\n".join(lines) + "\n"]


def test_the_finding_in_json_is_as_it_shows(example: Path) -> None:
    text = run("check", "--format", "json").stdout

    assert blocks("json")[0].strip() in text.replace("\n  ", "\n")


def test_each_field_of_the_json_report_is_described_and_no_other(faulty: Path) -> None:
    content = report()

    assert fields("field") == list(content)
    assert fields("of a finding") == list(content["ignored"][0])
    assert fields("of a finding") == [*content["findings"][0], "reason"]
    assert fields("of the counts") == list(content["counts"])
    assert fields("of the guess score") == list(content["guess_score"])


def fields(title: str) -> list[str]:
    """Return the first column of the table with this head."""
    table = PAGE.read_text(encoding="utf-8").split(f"\n| {title} |")[1].split("\n\n")[0]
    return re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)


def test_the_jobs_and_hooks_on_the_page_are_yaml_and_run_what_there_is() -> None:
    jobs = [content for content in map(yaml.safe_load, blocks("yaml")) if "jobs" in content]
    hooks = [content for content in map(yaml.safe_load, blocks("yaml")) if "repos" in content]

    steps = [step for job in jobs for one in job["jobs"].values() for step in one["steps"]]
    typed = [step["run"] for step in steps if "deckgen check" in step.get("run", "")]
    assert [len(jobs), len(hooks), len(typed)] == [2, 1, 2]
    for command in typed:
        assert run(*re.split(" [>|]", command)[0].split()[1:], REPOSITORY / "questions").exit_code == 0
    assert [hook["id"] for one in hooks[0]["repos"] for hook in one["hooks"]] == [hook()["id"]]


def test_the_hook_for_pre_commit_runs_a_command_that_there_is_on_every_file_of_a_bank() -> None:
    found = hook()
    name, command = found["entry"].split()

    assert (name, command in main.commands) == ("deckgen", True)
    assert run(command, *[REPOSITORY / folder for folder in found["args"]]).exit_code == 0
    assert not found["pass_filenames"]
    for path in (REPOSITORY / "questions").rglob("*"):
        if path.suffix in (".yaml", ".yml", ".lock"):
            assert re.search(found["files"], path.relative_to(REPOSITORY).as_posix()), path


def hook() -> Any:
    [found] = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return found


def test_this_project_checks_its_own_bank_as_the_page_says() -> None:
    workflow = yaml.safe_load((REPOSITORY / ".github/workflows/checks.yml").read_text(encoding="utf-8"))
    runs = [step.get("run") for step in workflow["jobs"]["bank"]["steps"]]

    assert "deckgen check --format github --strict" in runs
    assert any("deckgen check --format github --strict" in text for text in blocks("yaml"))
