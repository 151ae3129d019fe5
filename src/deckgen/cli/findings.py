"""Findings on the screen, and where else they are wanted."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from deckgen import __version__
from deckgen.cli.exits import DEFECT
from deckgen.cli.group import ADVICE

if TYPE_CHECKING:
    from deckgen.checks import Defect, GuessScore
    from deckgen.diagnostics import Diagnostic
    from deckgen.reports.report import Report

FORMATS: Final = ("text", "github", "json", "sarif")


def show_findings(findings: "Sequence[Diagnostic]", guess: "GuessScore | None" = None) -> None:
    """Print findings, if any, to standard error; on GitHub also as annotations and in the summary of the job."""
    from deckgen.reports.report import report_of
    from deckgen.reports.summary import remarks

    report = report_of(None, findings, guess=guess)
    if findings:
        show(report)
    else:
        for line in remarks(report):
            click.echo(line, err=True)


def show(report: "Report", form: str | None = None) -> None:
    """Print a report in a format; in none, as text, and on GitHub also as it wants it."""
    if form is None and os.environ.get("GITHUB_ACTIONS"):
        _text(report)
        _annotate(report)
    else:
        _PRINTERS[form or "text"](report)


def _text(report: "Report") -> None:
    from deckgen.pipeline.check import reader_of_lines
    from deckgen.reports.text import lines_with_source, text_lines

    found = report.diagnostics
    lines = lines_with_source(found, reader_of_lines(), _width()) if sys.stderr.isatty() else text_lines(found)
    for line in lines:
        click.echo(line, err=True)
    _close(report, is_result=not found)


def _github(report: "Report") -> None:
    _annotate(report)
    _close(report, is_result=False)


def _annotate(report: "Report") -> None:
    from deckgen.reports.github import SUMMARY_LIMIT, job_summary, workflow_commands

    _print("\n".join(workflow_commands(report.diagnostics)))
    if named := os.environ.get("GITHUB_STEP_SUMMARY"):
        try:
            with Path(named).open("ab") as file:
                file.write(job_summary(report, SUMMARY_LIMIT - file.tell()).encode())
        except OSError as error:
            click.echo(f"the summary of the job cannot be written: {error}", err=True)


def _close(report: "Report", is_result: bool) -> None:
    """Print the counts, to standard output where they are the result, and what else is to be said."""
    from deckgen.reports.summary import counted, remarks

    click.echo(counted(report.diagnostics), err=not is_result)
    for line in remarks(report):
        click.echo(line, err=True)


def _json(report: "Report") -> None:
    from deckgen.reports.json_report import json_report

    _print(json_report(report))


def _sarif(report: "Report") -> None:
    from deckgen import explain
    from deckgen.pipeline.check import reader_of_lines
    from deckgen.reports.sarif import sarif

    _print(sarif(report, explain.pages(), reader_of_lines(), Path.cwd().as_posix()))


_PRINTERS: Final[dict[str, Callable[["Report"], None]]] = dict(
    zip(FORMATS, (_text, _github, _json, _sarif), strict=True)
)


def _print(text: str) -> None:
    """Print what programs read, in UTF-8 wherever; JSON reads `\\udc80` for what is no character."""
    if text:
        click.echo(text.encode("utf-8", "backslashreplace"))


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def end_on_defects(defects: "Sequence[Defect]") -> None:
    """Where rules failed, say which and end with exit code 3."""
    if not defects:
        return
    import traceback

    from deckgen.reports.one_line import one_line

    for defect in defects:
        for line in "".join(traceback.format_exception(defect.error)).splitlines():
            click.echo(f"| {one_line(line)}", err=True)  # no line of it is a command to GitHub
    for defect in defects:
        where = f" on `{defect.item}`" if defect.item else ""
        what = f"{type(defect.error).__name__}: {one_line(str(defect.error))}"
        click.echo(f"deckgen {__version__} has a defect: the rule {defect.code} failed{where}: {what}", err=True)
    click.echo(ADVICE, err=True)
    raise SystemExit(DEFECT)
