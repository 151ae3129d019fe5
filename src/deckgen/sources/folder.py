"""The files of a bank's folder, in an order that does not depend on the disk."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from deckgen.diagnostics import Diagnostic, Span
from deckgen.sources import faults

BANK_FILE: Final = "bank.yaml"
EXAMS_FILE: Final = "exams.yaml"
_ENDINGS: Final = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class BankFile:
    """A YAML file of a bank: where it is, its name for people, and the folder that makes it part of a module."""

    path: Path
    name: str
    folder: str


def bank_files(bank: Path) -> Iterator[BankFile | Diagnostic]:
    """Yield every YAML file at or below the bank's folder, sorted by path; hidden files are not the bank's."""
    shown = PurePosixPath(bank.as_posix())
    for folder, path in _walk(bank, bank.as_posix()):
        if isinstance(path, Diagnostic):
            yield path
        else:
            yield BankFile(path, str(shown / folder / path.name), folder)


def _walk(top: Path, name: str) -> Iterator[tuple[str, Path | Diagnostic]]:
    found: list[tuple[str, Path]] = []
    pending: list[tuple[Path, str, tuple[str, ...]]] = [(top, "", (os.path.realpath(top),))]
    while pending:
        folder, relative, above = pending.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            why = f"the folder cannot be read: {error.strerror or error}"
            yield relative, faults.unreadable_file(Span(f"{name}/{relative}".rstrip("/")), why)
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if not _is_unicode(entry.name):
                why = f"the name {entry.name!r} is not UTF-8; rename it"
                yield relative, faults.unreadable_file(Span(f"{name}/{relative}".rstrip("/")), why)
            elif not _is_folder(entry):
                if entry.name.lower().endswith(_ENDINGS):
                    found.append((relative, Path(entry.path)))
            elif (real := os.path.realpath(entry.path)) in above:
                why = "this link leads back to a folder above it; remove it"
                yield relative, faults.unreadable_file(Span(f"{name}/{relative}/{entry.name}".replace("//", "/")), why)
            else:
                pending.append((Path(entry.path), f"{relative}/{entry.name}".lstrip("/"), (*above, real)))
    yield from sorted(found, key=lambda one: (one[0], one[1].name))


def _is_unicode(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
