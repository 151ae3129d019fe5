"""What an old bank starts with: the findings of an earlier JSON report, which do not count again."""

import json
from typing import Any, Final

from deckgen.reports.json_report import FORMAT

_UNREADABLE: Final = "its findings cannot be read; write it anew"


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
    if report.get("complete") is False:
        raise BrokenBaseline("a rule of deckgen failed when it was written; write it anew")
    return frozenset(map(_print, [*_list(report.get("findings")), *_list(report.get("held_back"))]))


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise BrokenBaseline(_UNREADABLE)
    return value


def _print(entry: Any) -> str:
    fingerprint = entry.get("fingerprint") if isinstance(entry, dict) else None
    if not isinstance(fingerprint, str):
        raise BrokenBaseline(_UNREADABLE)
    return fingerprint
