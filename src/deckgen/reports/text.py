"""Findings for a person who reads a terminal or a log."""

from collections.abc import Callable, Iterable, Sequence

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.reports.excerpt import excerpt
from deckgen.reports.one_line import one_line

Source = Callable[[str], Sequence[str]]
"""Gives the lines of an authored file by its name; none where it cannot be read."""


def text_lines(findings: Iterable[Diagnostic]) -> list[str]:
    """Return a line for each finding: `path:line:column: CODE message`; what is no error says so."""
    return [one_line(f"{one.span}: {one.code} {_severity(one)}{one.message}") for one in findings]


def lines_with_source(findings: Sequence[Diagnostic], source: Source, width: int) -> list[str]:
    """Return the same for a terminal of a width: behind each finding the line that it speaks of, and a caret."""
    lines: list[str] = []
    for finding, line in zip(findings, text_lines(findings), strict=True):
        lines += [line, *_excerpt(finding, source, width)]
    return lines


def _excerpt(finding: Diagnostic, source: Source, width: int) -> Sequence[str]:
    lines = source(finding.span.file)
    if not 1 <= finding.span.line <= len(lines) or not lines[finding.span.line - 1].strip():
        return ()
    return excerpt(lines[finding.span.line - 1], finding.span.column, width)


def _severity(finding: Diagnostic) -> str:
    return "" if finding.severity is Severity.ERROR else f"{finding.severity}: "
