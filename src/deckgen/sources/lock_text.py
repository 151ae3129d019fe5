"""`deckgen.lock` as text: sorted, one line for each remembered thing, so that git merges what can be merged."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final, cast

from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.deletions import Deletion
from deckgen.model.lock import Entry, Lock, ReviewStamp, Stamp
from deckgen.sources import faults
from deckgen.sources.text_file import decode_text, read_bytes

LOCK_FILE: Final = "deckgen.lock"
_HEADER: Final = "# The bank's memory between releases, written by `deckgen build`. Commit it; do not edit it.\n"
_STATE: Final = r"hash=([0-9a-f]+) time=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)"
_MORE: Final = r"(?: type=(\S+))?(?: cloze=(\S+))?(?: retired=(\S+))?"
_STAMP: Final = re.compile(
    rf"(note|type|deck) (\S+) {_STATE} since=(\S+) changed=(\S+)(?: id=(\d{{13}}))?{_MORE}(?: title=(\".*\"))?"
    rf"(?: before {_STATE} changed=(\S+){_MORE})?",
    re.ASCII,
)
_DELETION: Final = re.compile(r"([1-9]\d{0,2}):([0-9a-f]{8})(?:/([0-9a-f]{4})/([0-9a-f]{4}))?(:gone)?", re.ASCII)
_FACT: Final = re.compile(r'fact (\S+) (\S+) value=(".*")')
_UID: Final = re.compile(r'bank uid value=(".*")')
_REVIEW: Final = re.compile(r"review (\S+) on=(\d{4}-\d\d-\d\d) hash=([0-9a-f]+)", re.ASCII)
_CONFLICT: Final = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_MERGE_CURE: Final = (
    "keep the lines of both sides; of two lines for one name keep the later, of two values either; "
    "then run `deckgen build`"
)
_KEEP: Final = {
    "fact": "keep either",
    "review": "keep the one with the later `on`",
    "bank": "keep that of the decks that are out",
}

_Key = tuple[str, ...]
"""The words that a line begins with: its kind, and one name or two."""


def read_lock(folder: Path) -> tuple[Lock, bytes, tuple[Diagnostic, ...]]:
    """Read a bank's lock and its bytes; a bank that was never built has an empty one."""
    name = f"{folder.as_posix()}/{LOCK_FILE}"
    data = read_lock_bytes(folder)
    if not data:
        return Lock(), b"", ()
    text = data if isinstance(data, Diagnostic) else decode_text(data, name)
    if isinstance(text, Diagnostic):
        return Lock(), b"", (text,)
    assert isinstance(data, bytes)
    lock, found = parse_lock(text, name)
    return lock, data, found


def read_lock_bytes(folder: Path) -> bytes | Diagnostic:
    """Read a bank's lock as it stands; a bank that was never built has none, which is the same as an empty one."""
    path = folder / LOCK_FILE
    there = path.exists() or path.is_symlink()
    return read_bytes(path, f"{folder.as_posix()}/{LOCK_FILE}") if there else b""


def parse_lock(text: str, name: str) -> tuple[Lock, tuple[Diagnostic, ...]]:
    """Parse the text of a lock; one message tells of a merge conflict."""
    entries: dict[_Key, Entry] = {}
    found: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith(_CONFLICT):
            return Lock(), (faults.broken_lock(Span(name, number), f"a merge left a conflict here; {_MERGE_CURE}"),)
        read = _parse_line(line.rstrip())
        if read is None:
            found.append(faults.broken_lock(Span(name, number), "this is no line of a lock; restore the file from git"))
        elif read[0] in entries:
            keep = _KEEP.get(read[0][0], "keep the one with the later `time`")
            twice = f"`{' '.join(read[0])}` has two lines; {keep}, then run `deckgen build`"
            found.append(faults.broken_lock(Span(name, number), twice))
        else:
            entries[read[0]] = read[1]
    return Lock.of(entries), tuple(found)


def format_lock(lock: Lock) -> bytes:
    """Return the text of a lock as bytes."""
    lines = sorted(f"{' '.join(key)} {_content(entry)}\n" for key, entry in lock.entries.items())
    # JSON has the same escape for half a surrogate pair, which has no bytes in UTF-8
    return (_HEADER + "".join(lines)).encode("utf-8", "backslashreplace")


def _content(entry: Entry) -> str:
    if isinstance(entry, str):
        return f"value={json.dumps(entry, ensure_ascii=False)}"
    if isinstance(entry, ReviewStamp):
        return f"on={entry.on} hash={entry.hash}"
    return " ".join(_parts(entry))


def _parts(stamp: Stamp) -> Iterator[str]:
    """Yield what a line says of a note, a note type or a deck, and then of what it was before."""
    yield _state(stamp)
    yield f"since={stamp.since} changed={stamp.changed}"
    if stamp.id:
        yield f"id={stamp.id}"
    yield from _more(stamp)
    if stamp.title:
        yield f"title={json.dumps(stamp.title, ensure_ascii=False)}"
    if stamp.before:
        yield f"before {_state(stamp.before)} changed={stamp.before.changed}"
        yield from _more(stamp.before)


def _state(stamp: Stamp) -> str:
    return f"hash={stamp.hash} time={_time(stamp.time)}"


@cache
def _time(second: int) -> str:
    """Return a time as a line says it; one build has changed most of what has changed."""
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _more(stamp: Stamp) -> Iterator[str]:
    """Yield what only some lines say."""
    if stamp.type:
        yield f"type={stamp.type}"
    if stamp.deletions:
        yield f"cloze={','.join(map(_number, stamp.deletions))}"
    if stamp.retired:
        yield f"retired={stamp.retired}"


def _number(one: Deletion) -> str:
    around = f"/{one.left}/{one.right}" if one.left else ""
    return f"{one.number}:{one.hash}{around}{':gone' if one.is_gone else ''}"


def _parse_line(line: str) -> tuple[_Key, Entry] | None:
    """Return what a line says, or nothing where it is no line of a lock."""
    parse = _PARSERS.get(line.partition(" ")[0])
    try:
        return parse(line) if parse else None
    except ValueError:
        return None


def _parse_stamp(line: str) -> tuple[_Key, Entry] | None:
    match = _STAMP.fullmatch(line)
    if match is None:
        return None
    kind, name, content, time, since, changed, number, note_type, cloze, retired, title, *past = match.groups(
        default=""
    )
    called = cast(str, json.loads(title)) if title else ""
    stamp = Stamp(kind, name, content, _seconds(time), since, changed, note_type, _deletions(cloze), retired, called)
    stamp = replace(stamp, id=int(number or 0))
    if not past[0]:
        return (kind, name), stamp
    content, time, changed, note_type, cloze, retired = past
    before = Stamp(kind, name, content, _seconds(time), since, changed, note_type, _deletions(cloze), retired)
    return (kind, name), replace(stamp, before=replace(before, id=stamp.id))


def _seconds(time: str) -> int:
    return int(datetime.fromisoformat(time).timestamp())


def _deletions(cloze: str) -> tuple[Deletion, ...]:
    return tuple(_deletion(part) for part in cloze.split(",")) if cloze else ()


def _deletion(part: str) -> Deletion:
    match = _DELETION.fullmatch(part)
    if match is None:
        raise ValueError(part)
    number, hidden, left, right, gone = match.groups(default="")
    return Deletion(int(number), hidden, bool(gone), left, right)


def _parse_fact(line: str) -> tuple[_Key, Entry] | None:
    match = _FACT.fullmatch(line)
    return match and (("fact", match[1], match[2]), cast(str, json.loads(match[3])))


def _parse_uid(line: str) -> tuple[_Key, Entry] | None:
    match = _UID.fullmatch(line)
    return match and (("bank", "uid"), cast(str, json.loads(match[1])))


def _parse_review(line: str) -> tuple[_Key, Entry] | None:
    match = _REVIEW.fullmatch(line)
    return match and (("review", match[1]), ReviewStamp(date.fromisoformat(match[2]), match[3]))


_PARSERS: Final[Mapping[str, Callable[[str], tuple[_Key, Entry] | None]]] = MappingProxyType(
    {
        "bank": _parse_uid,
        "deck": _parse_stamp,
        "fact": _parse_fact,
        "note": _parse_stamp,
        "review": _parse_review,
        "type": _parse_stamp,
    }
)
