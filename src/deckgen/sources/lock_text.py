"""`deckgen.lock` as text: sorted, one line for each remembered thing, so that git merges what can be merged."""

import re
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.lock import Lock, Stamp
from deckgen.sources import faults
from deckgen.sources.text_file import decode_text, read_bytes

LOCK_FILE: Final = "deckgen.lock"
_HEADER: Final = "# The bank's memory between releases, written by `deckgen build`. Commit it; do not edit it.\n"
_LINE: Final = re.compile(
    r"(note|type) (\S+) hash=([0-9a-f]+) time=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) since=(\S+) changed=(\S+)"
)
_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_MERGE_CURE: Final = "keep the lines of both sides; of two lines for one name keep the later; then run `deckgen build`"


def read_lock(folder: Path) -> tuple[Lock, bytes, tuple[Diagnostic, ...]]:
    """Read a bank's lock and its bytes; a bank that was never built has an empty one."""
    path, name = folder / LOCK_FILE, f"{folder.as_posix()}/{LOCK_FILE}"
    if not path.exists() and not path.is_symlink():
        return Lock(), b"", ()
    data = read_bytes(path, name)
    text = data if isinstance(data, Diagnostic) else decode_text(data, name)
    if isinstance(text, Diagnostic):
        return Lock(), b"", (text,)
    assert isinstance(data, bytes)
    lock, found = parse_lock(text, name)
    return lock, data, found


def parse_lock(text: str, name: str) -> tuple[Lock, tuple[Diagnostic, ...]]:
    """Parse the text of a lock; one message tells of a merge conflict."""
    stamps: dict[tuple[str, str], Stamp] = {}
    found: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        span = Span(name, number)
        if line.startswith(_CONFLICT):
            return Lock(), (faults.broken_lock(span, f"a merge left a conflict here; {_MERGE_CURE}"),)
        stamp = _parse_line(line)
        if stamp is None:
            found.append(faults.broken_lock(span, "this is no line of a lock; restore the file from git"))
        elif (stamp.kind, stamp.name) in stamps:
            found.append(faults.broken_lock(span, f"`{stamp.name}` has two lines; {_MERGE_CURE}"))
        else:
            stamps[stamp.kind, stamp.name] = stamp
    return Lock(MappingProxyType(stamps)), tuple(found)


def format_lock(lock: Lock) -> bytes:
    """Return the text of a lock as bytes."""
    lines = [
        f"{one.kind} {one.name} hash={one.hash} time={_time(one.time)} since={one.since} changed={one.changed}\n"
        for _, one in sorted(lock.stamps.items())
    ]
    return (_HEADER + "".join(lines)).encode()


def _parse_line(line: str) -> Stamp | None:
    match = _LINE.fullmatch(line.rstrip())
    if match is None:
        return None
    kind, name, content, time, since, changed = match.groups()
    try:
        moment = datetime.strptime(time, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Stamp(kind, name, content, int(moment.timestamp()), since, changed)


def _time(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
