"""Findings in SARIF 2.1.0, which code scanning shows."""

import json
import posixpath
from collections.abc import Iterable, Sequence
from typing import Any, Final, Protocol
from urllib.parse import quote

from deckgen import __version__
from deckgen.diagnostics import Severity
from deckgen.reports.one_line import one_line
from deckgen.reports.report import Entry, Report
from deckgen.reports.text import Source

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
RESULT_LIMIT: Final = 25_000
"""How many results code scanning takes; a file with more is refused."""

TEXT_LIMIT: Final = 1024
"""How many characters of a description code scanning takes."""


class Page(Protocol):
    """What is known of a code: the law in the first line of its text, then the reason and the examples."""

    @property
    def code(self) -> str:
        """The code."""

    @property
    def name(self) -> str:
        """Its name in words, `_` between them."""

    @property
    def severity(self) -> Severity:
        """The severity, unless a bank says otherwise."""

    @property
    def text(self) -> str:
        """The page, in Markdown."""


def sarif(report: Report, pages: Sequence[Page], source: Source, top: str, limit: int = RESULT_LIMIT) -> str:
    """Return a report as SARIF; files are named as seen from the folder `top`, the root of the repository."""
    rules = {page.code: place for place, page in enumerate(pages)}
    entries = sorted(_marked(report), key=lambda one: (bool(one[1]), list(Severity).index(one[0].finding.severity)))
    kept = entries[:limit]
    run = {
        "tool": {"driver": {"name": "deckgen", "version": __version__, "rules": [_rule(page) for page in pages]}},
        "invocations": [_invocation(report, len(entries) - len(kept))],
        "columnKind": "unicodeCodePoints",
        "results": [_result(entry, rules[entry.finding.code], source, top) | suppressed for entry, suppressed in kept],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False)


def _marked(report: Report) -> Iterable[tuple[Entry, dict[str, Any]]]:
    """Yield all findings, and of those that do not count why."""
    for entry in report.findings:
        yield entry, {}
    for entry in report.ignored:
        yield entry, {"suppressions": [{"kind": "inSource", "justification": entry.reason}]}
    for entry in report.held_back:
        yield entry, {"suppressions": [{"kind": "external", "justification": "held back by the baseline"}]}


def _rule(page: Page) -> dict[str, Any]:
    law, _, rest = page.text.partition("\n\n")
    return {
        "id": page.code,
        "name": "".join(word.capitalize() for word in page.name.split("_")),
        "shortDescription": {"text": law[:TEXT_LIMIT]},
        "fullDescription": {"text": " ".join(rest.partition("\n\nWrong:")[0].split())[:TEXT_LIMIT]},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": page.severity.value},
    }


def _invocation(report: Report, left_out: int) -> dict[str, Any]:
    said = f"{left_out} findings of the least severity are left out, for code scanning takes no more"
    notes = [{"level": "warning", "message": {"text": said}}] if left_out else []
    return {"executionSuccessful": report.is_whole, "toolExecutionNotifications": notes}


def _result(entry: Entry, rule: int, source: Source, top: str) -> dict[str, Any]:
    finding = entry.finding
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(finding.span.file, top)},
            "region": _region(entry, source),
        }
    }
    if entry.about:
        location["logicalLocations"] = [{"fullyQualifiedName": entry.about}]
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": one_line(finding.message)},
        "locations": [location],
        "partialFingerprints": {"deckgen/v1": entry.fingerprint},
    }


def _region(entry: Entry, source: Source) -> dict[str, int]:
    """Return the place of a finding; it reaches to the end of its line where that can be read."""
    _, line, column = entry.finding.span
    lines = source(entry.finding.span.file)
    end = len(lines[line - 1]) + 1 if line <= len(lines) else 0
    return {"startLine": line, "startColumn": column} | ({"endLine": line, "endColumn": end} if end > column else {})


def _uri(file: str, top: str) -> str:
    path = posixpath.normpath(file)
    base = posixpath.normpath(top)
    path = path.removeprefix(f"{base}/") if path.startswith(f"{base}/") else path
    return quote(path, safe="/", errors="surrogatepass")
