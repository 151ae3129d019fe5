"""The images and sounds that a module's texts name: found, proven, cleaned, and given names for all outputs."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.media import Medium, Pictured
from deckgen.render.lookalikes import lookalikes
from deckgen.render.parser import Reference, references
from deckgen.sources import media_faults as faults
from deckgen.sources.image_size import image_size
from deckgen.sources.media_kinds import called, kind_by_content, kind_by_ending, why_not_carried
from deckgen.sources.media_paths import Refused, exact_path, path_below
from deckgen.sources.text_file import read_bytes

_LIMITS: Final = {"image": 2_000_000, "audio": 10_000_000}
_WIDEST: Final = 10_000
_STRANGE: Final = re.compile(r"[^A-Za-z0-9]+")
_POINTER: Final = b"version https://git-lfs.github.com/"


class MediaReader:
    """Reads what the texts of one module name, each file once; `inputs` has the bytes by path from the module's folder.

    A path is told wherever it is wrong, a file once.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.faults: list[Diagnostic] = []
        self.inputs: dict[str, bytes] = {}
        self._folder, self._name = folder, name
        self._missing: dict[str, str | None] = {}
        self._read: dict[str, Medium | None] = {}

    @property
    def media(self) -> tuple[Medium, ...]:
        """What was read, by name."""
        found = {medium.name: medium for medium in self._read.values() if medium}
        return tuple(found[name] for name in sorted(found))

    def text(self, text: str, span: Span) -> str:
        """Return a text with the files that it names."""
        self.faults += [faults.image_as_text(span, one.written, one.meant) for one in lookalikes(text)]
        named = {one.address: one for one in references(text)}
        found = {address: medium for address, one in named.items() if (medium := self._medium(one, span))}
        return Pictured(text, found) if found else text

    def _medium(self, reference: Reference, span: Span) -> Medium | None:
        path = path_below(unquote(reference.address))
        if isinstance(path, Refused):
            self.faults.append(faults.misplaced_medium(span, path.why))
            return None
        if reference.title:
            why = f"`{path}` has a title behind it, which paper and phones do not show; say it in the text"
            self.faults.append(faults.misplaced_medium(span, why))
        if path not in self._missing:
            self._missing[path] = exact_path(self._folder, path, self._name)
        if why_missing := self._missing[path]:
            self.faults.append(faults.missing_medium(span, why_missing))
            return None
        if path not in self._read:
            read = self._file(path, span)
            self.faults += [read] if isinstance(read, Diagnostic) else []
            self._read[path] = read if isinstance(read, Medium) else None
        return self._read[path]

    def _file(self, path: str, span: Span) -> Medium | Diagnostic:
        ending = PurePosixPath(path).suffix.lower().lstrip(".")
        kind = kind_by_ending(ending)
        if kind is None:
            return faults.strange_medium(span, f"`{path}`: {why_not_carried(ending)}")
        limit = _LIMITS[kind.partition("/")[0]]
        file = self._folder / path
        size = file.stat().st_size
        if size > limit:
            why = f"`{path}` has {size:,} bytes, the limit is {limit:,}; make it smaller"
            return faults.medium_over_limit(span, why)
        data = read_bytes(file, f"{self._name}/{path}")
        if isinstance(data, Diagnostic):
            return data
        self.inputs[path] = data
        found = kind_by_content(data)
        if found != kind:
            return faults.strange_medium(span, f"`{path}` {_why_other(kind, found, data)}")
        return self._svg(path, data, span) if ending == "svg" else self._other(path, kind, data, span)

    def _svg(self, path: str, data: bytes, span: Span) -> Medium | Diagnostic:
        from deckgen.sources.svg import BrokenSvg, clean_svg  # most banks have none, and would wait for the XML parser

        try:
            clean = clean_svg(data)
        except BrokenSvg as fault:
            return faults.strange_medium(span, f"`{path}` cannot be read: {fault}")
        if clean.removed:
            what = _listed(clean.removed)
            self.faults.append(faults.cleaned_medium(span, f"`{path}` is carried without {what}; look at what is left"))
        return Medium(_name(path, clean.data), "image/svg+xml", clean.data, clean.size)

    def _other(self, path: str, kind: str, data: bytes, span: Span) -> Medium | Diagnostic:
        if kind.startswith("audio/"):
            return Medium(_name(path, data), kind, data)
        size = image_size(kind, data)
        if size is None:
            return faults.strange_medium(span, f"`{path}` is a broken {called(kind)}; save it anew")
        if max(size) > _WIDEST:
            wide, high = size
            why = f"`{path}` has {wide:,} × {high:,} pixels, the limit is {_WIDEST:,} a side; scale it down"
            return faults.medium_over_limit(span, why)
        return Medium(_name(path, data), kind, data, size)


def _why_other(kind: str, found: str | None, data: bytes) -> str:
    if data.startswith(_POINTER):
        return "is only Git LFS's pointer to the file; run `git lfs pull`"
    if not data:
        return "is empty; save it anew"
    if found is None:
        return f"is no {called(kind)}; save it anew as one"
    return f"is {called(found)} by its content; name it so, or save it as {called(kind)}"


def _name(path: str, data: bytes) -> str:
    """Return a name for all clients: plain letters, and the hash of the content."""
    pure = PurePosixPath(path)
    stem = _STRANGE.sub("-", pure.stem).strip("-")[:40] or "file"
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:8]}{pure.suffix.lower()}"


def _listed(names: Iterable[str]) -> str:
    shown = [f"`{name}`" if name.startswith("<") or "=" in name else name for name in names]
    more = len(shown) - 4
    return ", ".join(shown[:4]) + (f" and {more} more" if more > 0 else "")
