"""Findings for programs: one JSON object, described in docs/checking.md."""

import json
from typing import Any, Final

from deckgen import __version__
from deckgen.checks import GuessScore
from deckgen.reports.report import Entry, Report

FORMAT: Final = 1
"""The version of the report; a field may be added to it, but none goes away or changes its meaning."""


def json_report(report: Report) -> str:
    """Return a report as JSON."""
    counts = {severity.value: number for severity, number in report.counts().items()}
    counts |= {"ignored": len(report.ignored), "held_back": len(report.held_back), "gone": report.gone or 0}
    content = {
        "format": FORMAT,
        "deckgen": __version__,
        "complete": report.is_whole,
        "counts": counts,
        "guess_score": _guess(report.guess),
        "findings": [_finding(entry) for entry in report.findings],
        "ignored": [_finding(entry) | {"reason": entry.reason} for entry in report.ignored],
        "held_back": [_finding(entry) for entry in report.held_back],
    }
    return json.dumps(content, indent=1, ensure_ascii=False)


def _guess(guess: GuessScore | None) -> dict[str, Any] | None:
    if guess is None or not guess.of:
        return None
    return {
        "right": round(float(guess.right), 2),
        "of": guess.of,
        "chance": round(float(guess.chance), 2),
        "limit": guess.limit,
        "leaks": guess.leaks,
    }


def _finding(entry: Entry) -> dict[str, Any]:
    finding = entry.finding
    return {
        "file": finding.span.file,
        "line": finding.span.line,
        "column": finding.span.column,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "about": entry.about,
        "fingerprint": entry.fingerprint,
    }
