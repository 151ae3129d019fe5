"""From a file's bytes to text that YAML and people read alike."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from deckgen.diagnostics import Diagnostic, Span
from deckgen.sources import faults

SIZE_LIMIT: Final = 20_000_000
"""The most bytes that a file of a bank may have."""

_INVISIBLE: Final = "\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff"
_CONTROL: Final = re.compile(f"[{_INVISIBLE}]")
_FORBIDDEN: Final = re.compile(f"[\t{_INVISIBLE}]")
_INDENTED_BY_NO_BREAK: Final = re.compile("^[ \xa0]*\xa0", re.MULTILINE)
_NAMES: Final = {
    "\t": ("a tab", "use spaces"),
    "\xa0": ("a no-break space in the indentation", "use plain spaces"),
    "\u200b": ("a zero-width space (U+200B)", "delete it"),
    "\u2028": ("a line separator (U+2028)", "start a new line instead"),
    "\u2029": ("a paragraph separator (U+2029)", "start a new line instead"),
    "\ufeff": ("a byte-order mark (U+FEFF) inside the text", "delete it"),
}


def read_bytes(path: Path, name: str) -> bytes | Diagnostic:
    """Return a file's content, or the fault that keeps it from being read."""
    try:
        if not path.is_file():
            reason = "this is no plain file" if path.exists() else "there is no such file"
            return faults.unreadable_file(Span(name), f"{reason}; a plain file was expected")
        size = path.stat().st_size
        if size > SIZE_LIMIT:
            limit = SIZE_LIMIT // 1_000_000
            return faults.over_limit(Span(name), f"the file has {size:,} bytes, the limit is {limit} MB; split it")
        return path.read_bytes()
    except OSError as error:
        return faults.unreadable_file(Span(name), f"the file cannot be read: {error.strerror or error}")


def decode_text(data: bytes, name: str) -> str | Diagnostic:
    """Return the text of a file with `\\n` at the end of each line, without a byte-order mark at its start."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        return faults.broken_utf8(_span(name, before, len(before)), data[error.start])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def forbidden_characters(text: str, name: str) -> Iterator[Diagnostic]:
    """Yield a fault for the first forbidden character of each line."""
    matches = list(_FORBIDDEN.finditer(text))
    if "\xa0" in text:
        matches += _INDENTED_BY_NO_BREAK.finditer(text)
    seen = 0
    for index in sorted(match.end() - 1 for match in matches):
        span = _span(name, text, index)
        if span.line > seen:
            seen = span.line
            yield faults.forbidden_character(span, *_describe(text[index]))


def has_control(text: str) -> bool:
    """Tell whether a text that was written with escapes holds a character that may not stand in a bank."""
    return _CONTROL.search(text) is not None


def _describe(character: str) -> tuple[str, str]:
    return _NAMES.get(character, (f"a control character (U+{ord(character):04X})", "delete it"))


def _span(name: str, text: str, index: int) -> Span:
    start = text.rfind("\n", 0, index) + 1
    return Span(name, text.count("\n", 0, index) + 1, index - start + 1)
