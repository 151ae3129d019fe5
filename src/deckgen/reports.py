"""Findings in words: lines for a person, annotations for GitHub."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from deckgen.diagnostics import Diagnostic, Severity

_GITHUB: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def text_lines(findings: Iterable[Diagnostic]) -> list[str]:
    """Return a line for each finding: `path:line:column: CODE message`; what is no error says so."""
    return [f"{one.span}: {one.code} {_severity(one)}{_one_line(one.message)}" for one in findings]


def github_lines(findings: Iterable[Diagnostic]) -> list[str]:
    """Return GitHub workflow commands, errors first, for ten of a kind are shown."""
    ordered = sorted(findings, key=lambda one: (list(Severity).index(one.severity), one))
    return [
        f"::{_GITHUB[one.severity]} file={_property(one.span.file)},line={one.span.line},col={one.span.column},"
        f"title={one.code}::{_data(one.message)}"
        for one in ordered
    ]


def summary(findings: Sequence[Diagnostic]) -> str:
    """Return how many findings there are of each severity, as in `2 errors, 1 note`."""
    counts = Counter(one.severity for one in findings)
    parts = [f"{counts[one]} {one}{'s' if counts[one] > 1 else ''}" for one in Severity if counts[one]]
    return ", ".join(parts) or "no findings"


def _severity(finding: Diagnostic) -> str:
    return "" if finding.severity is Severity.ERROR else f"{finding.severity}: "


def _one_line(message: str) -> str:
    """Keep a message on its line and its control characters from the terminal."""
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in message)


def _data(text: str) -> str:
    return _one_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
