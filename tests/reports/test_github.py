"""Findings on GitHub."""

from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.checks import GuessScore
from deckgen.cli import main
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.reports.github import job_summary, workflow_commands
from deckgen.reports.report import report_of
from tests.reports.banks import faulty

__all__ = ["faulty"]

GUESS = GuessScore(Fraction(74), 100, Fraction(25), 36)


def on_github(*options: str) -> Result:
    env = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": "summary.md", "SOURCE_DATE_EPOCH": "1790000000"}
    return CliRunner().invoke(main, ["check", *options], env=env)


def finding(message: str, severity: Severity = Severity.ERROR, line: int = 1) -> Diagnostic:
    return Diagnostic(Span("questions/a.yaml", line, 2), "K101", message, severity)


def test_errors_come_first_and_notes_last() -> None:
    found = [finding("c", Severity.NOTE, 1), finding("b", Severity.WARNING, 2), finding("a", Severity.ERROR, 3)]

    assert [line.split(" ")[0] for line in workflow_commands(found)] == ["::error", "::warning", "::notice"]


def test_what_would_end_a_command_is_escaped() -> None:
    odd = Diagnostic(Span("50%,a:b\n.yaml", 3, 4), "K101", "50% of `a,b:c`\r\n::error::x")

    assert workflow_commands([odd]) == [
        "::error file=50%25%2Ca%3Ab\\n.yaml,line=3,col=4,title=K101::50%25 of `a,b:c`\\r\\n::error::x"
    ]


def test_the_job_summary_shows_every_finding_as_it_was_written() -> None:
    text = job_summary(report_of(None, [finding("`a|b` <img src=x> [c](d) @e\n")], guess=GUESS))

    assert text == (
        "### deckgen: 1 error\n\n"
        "guess score 74 of 100 by picking the longest option (chance 25, limit 36)\\: the lengths give the answers away"
        "\n\n"
        "| place | code | severity | finding |\n|---|---|---|---|\n"
        "| questions/a.yaml\\:1\\:2 | K101 | error "
        "| \\`a\\|b\\` &lt;img src=x&gt; \\[c\\](d) \\@e\\\\n |\n"
    )


@pytest.mark.parametrize("room", [0, 10, 100, 1_000, 100_000])
def test_the_job_summary_never_takes_more_than_there_is_room_for(room: int) -> None:
    report = report_of(None, [finding("部" * 40, line=line) for line in range(1, 1000)])

    text = job_summary(report, room)

    rows = text.count("| K101 |")
    assert len(text.encode()) <= room
    assert not rows or f"\n{999 - rows} more do not fit here" in text
    assert bool(rows) == (room > 100)


def test_without_a_format_github_gets_text_annotations_and_summary(faulty: Path) -> None:
    result = on_github()

    assert result.exit_code == 1
    assert result.stderr.startswith("questions/m/items.yaml:3:16: B612 ")
    assert result.stderr.endswith("\n3 errors\n")
    assert result.stdout.count("::error file=questions/m/items.yaml,line=") == 3
    assert Path("summary.md").read_text().count("| K10") == 2


def test_the_format_of_github_leaves_the_text_to_the_annotations(faulty: Path) -> None:
    result = on_github("--format", "github")

    assert result.stderr == "3 errors\n"
    assert result.stdout.count("::error") == 3
    assert Path("summary.md").exists()


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_another_format_that_was_asked_for_is_the_only_one(faulty: Path, form: str) -> None:
    result = on_github("--format", form)

    assert "::error" not in result.stdout
    assert not Path("summary.md").exists()


def test_a_step_that_runs_deckgen_twice_has_both_in_its_summary(faulty: Path) -> None:
    Path("summary.md").write_text("mine\n")

    on_github()
    on_github()

    text = Path("summary.md").read_text()
    assert text.startswith("mine\n")
    assert text.count("### deckgen: 3 errors\n") == 2


def test_a_summary_that_cannot_be_written_stops_nothing(faulty: Path) -> None:
    Path("summary.md").mkdir()

    result = on_github()

    assert result.exit_code == 1
    assert "the summary of the job cannot be written" in result.stderr
