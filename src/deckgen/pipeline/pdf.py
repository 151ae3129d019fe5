"""Which pages become PDF, and which PDFs of an earlier build are still those of their pages."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any, Final

from deckgen import __version__
from deckgen.model.edition import Artifact
from deckgen.press.crew import Crew
from deckgen.press.pages import Page
from deckgen.publish import MadeOf, Output, read_entries

_FOR_PAPER: Final = ("print", "exams")


def printed(outputs: Sequence[Output], out: Path, crew: Crew | None, tell: Callable[[str], None]) -> list[Output]:
    """Return a PDF for each page for paper.

    A PDF that an earlier build made of the same page in the same way is taken as it is. Without a crew, that is all:
    a PDF stays while its page is the same, and goes when it is another.
    """
    pages = [one for one in outputs if one.artifact.path.suffix == ".html" and one.artifact.path.parts[0] in _FOR_PAPER]
    press = None if crew is None else _hash(f"{__version__} {crew.versions}".encode())
    entries = read_entries(out)
    kept = {page.path: _kept(page, out, entries, press) for page in pages}
    wanted = [page for page in pages if kept[page.path] is None]
    made: dict[str, Output] = {}
    if crew is not None and press is not None and wanted:
        results = crew.print([Page(page.path, page.artifact.data) for page in wanted], tell)
        for page, result in zip(wanted, results, strict=True):
            made[page.path] = _pdf(page, result.pdf, press)
    return [one for page in pages if (one := kept[page.path] or made.get(page.path))]


def _kept(page: Output, out: Path, entries: Mapping[str, Mapping[str, Any]], press: str | None) -> Output | None:
    """Return the PDF that stands in the output folder, where it is still that of the page."""
    path = _path(page)
    entry = entries.get(str(path))
    if entry is None or entry.get("page") != _hash(page.artifact.data) or press not in (None, entry.get("press")):
        return None
    try:
        data = (out / path).read_bytes()
    except OSError:
        return None
    return _pdf(page, data, str(entry.get("press"))) if _hash(data) == entry.get("sha256") else None


def _pdf(page: Output, data: bytes, press: str) -> Output:
    artifact = Artifact(_path(page), data, page.artifact.exam)
    return Output(artifact, page.format, MadeOf(_hash(page.artifact.data), press))


def _path(page: Output) -> PurePosixPath:
    return page.artifact.path.with_suffix(".pdf")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
