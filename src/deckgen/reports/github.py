"""Findings on GitHub: annotations of the lines, and a table for the summary of the job."""

from collections.abc import Iterable
from typing import Final

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.reports.one_line import one_line
from deckgen.reports.report import Report
from deckgen.reports.summary import counted, remarks

SUMMARY_LIMIT: Final = 1_000_000
"""The most bytes of a step's summary; of more than 1 MiB GitHub shows nothing."""

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_HEAD: Final = "| place | code | severity | finding |\n|---|---|---|---|\n"
_MARKS: Final = str.maketrans(
    {mark: f"\\{mark}" for mark in "\\`*_~[]|$#@:"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)
_MORE: Final = 200
"""What the line takes that says how many findings are not in the table."""


def workflow_commands(findings: Iterable[Diagnostic]) -> list[str]:
    """Return GitHub workflow commands, errors first, for ten of a kind are shown."""
    return [
        f"::{_COMMANDS[one.severity]} file={_property(one.span.file)},line={one.span.line},col={one.span.column},"
        f"title={_property(one.code)}::{_data(one.message)}"
        for one in worst_first(findings)
    ]


def job_summary(report: Report, room: int = SUMMARY_LIMIT) -> str:
    """Return Markdown for the summary of a job, all findings in a table, in at most `room` bytes of UTF-8."""
    paragraphs = [f"### deckgen: {counted(report.diagnostics)}", *map(_markdown, remarks(report))]
    text = "\n\n".join(paragraphs) + "\n"
    rows = [_row(finding) for finding in worst_first(report.diagnostics)]
    table = _table(rows, room - len(text.encode()) - 1)
    return f"{text}\n{table}" if table else text if len(text.encode()) <= room else ""


def worst_first(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return errors before warnings before notes, and each by place."""
    return sorted(findings, key=lambda one: (list(Severity).index(one.severity), one))


def _table(rows: list[str], room: int) -> str:
    left = room - len(_HEAD) - _MORE
    shown = []
    for row in rows:
        left -= len(row.encode())
        if left < 0:
            break
        shown.append(row)
    hidden = len(rows) - len(shown)
    more = f"\n{hidden} more do not fit here; they are in the log.\n" if hidden else ""
    return f"{_HEAD}{''.join(shown)}{more}" if shown else ""


def _row(finding: Diagnostic) -> str:
    return f"| {_markdown(str(finding.span))} | {finding.code} | {finding.severity} | {_markdown(finding.message)} |\n"


def _markdown(text: str) -> str:
    """Return a text that Markdown shows as it is."""
    return one_line(text).translate(_MARKS)


def _data(text: str) -> str:
    return one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
