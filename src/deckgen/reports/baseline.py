"""What an old bank starts with: the findings of an earlier JSON report, which do not count again."""

import json
from typing import Any

from deckgen.reports.json_report import FORMAT


class BrokenBaseline(Exception):
    """A file that is no report; the message is for the user."""


def read_baseline(data: bytes) -> frozenset[str]:
    """Return the fingerprints of what a report found, and of what it held back itself."""
    try:
        report = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BrokenBaseline(f"it is not JSON: {error}") from error
    if not isinstance(report, dict) or "format" not in report:
        raise BrokenBaseline("it is no report of `deckgen check --format json`")
    if report["format"] != FORMAT:
        raise BrokenBaseline(f"its format is {report['format']!r}, this deckgen reads {FORMAT}; write it anew")
    entries = [*_entries(report.get("findings")), *_entries(report.get("held_back"))]
    prints = [entry.get("fingerprint") for entry in entries]
    return frozenset(one for one in prints if isinstance(one, str))


def _entries(value: Any) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise BrokenBaseline("its findings cannot be read; write it anew")
    return value
