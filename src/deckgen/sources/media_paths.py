"""Paths of images and sounds: below the module's folder, and written as the disk has them."""

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from deckgen.sources.faults import nearest, shortened

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Refused:
    """An address that is no path below a folder, and why."""

    why: str


def path_below(address: str) -> str | Refused:
    """Return an address as a path below a folder, without `.` in it."""
    shown = shortened(address)
    parts = [part for part in address.split("/") if part not in ("", ".")]
    if "\\" in address or re.match("[A-Za-z]:/", address):
        return Refused(f"`{shown}` is a path of one system; write it from the module's folder, with `/`")
    if address.lower().startswith("data:"):
        return Refused("a picture cannot be written into the text; save it as a file in the module's folder")
    if _SCHEME.match(address) or address.startswith("//"):
        return Refused(f"`{shown}` is not there without a network; save the file in the module's folder, and name that")
    if address.startswith("/"):
        return Refused(f"`{shown}` is an absolute path; write it from the module's folder")
    if ".." in parts:
        return Refused(f"`{shown}` leaves the module's folder; copy the file into it")
    if not address.isprintable():
        return Refused("the path has characters that nobody sees; rename the file")
    if not parts:
        return Refused("the image has no file; write `![words](file.png)`")
    return "/".join(parts)


def exact_path(folder: Path, path: str, name: str) -> str | None:
    """Return why a path leads to no file, told by the folders' own lists; they tell `Pods.PNG` from `pods.png`."""
    try:
        return _missing(folder, path, name)
    except OSError as error:
        return f"`{path}` cannot be read: {error.strerror or error}"


def _missing(folder: Path, path: str, name: str) -> str | None:
    *folders, last = path.split("/")
    for part in folders:
        entries = _entries(folder)
        if part not in entries or not (folder / part).is_dir():
            return f"there is no folder `{part}` in {name}{_meant(part, entries)}"
        folder, name = folder / part, f"{name}/{part}"
    entries = _entries(folder)
    if last not in entries:
        inside = next((one for one in entries if os.access(folder / one / last, os.R_OK)), None)
        meant = f"; did you mean `{'/'.join([*folders, inside, last])}`?" if inside else _meant(last, entries)
        return f"there is no `{last}` in {name}{meant}"
    if not (folder / last).is_file():
        return f"`{path}` is no plain file; name one"
    return None


def _meant(name: str, entries: list[str]) -> str:
    """Return `; did you mean …?`; what differs by case alone, or by how letters are put together, is meant surely."""
    alike = [entry for entry in entries if _folded(entry) == _folded(name)]
    near = alike[0] if alike else nearest(name, entries)
    if alike and alike[0].casefold() != name.casefold():
        return f"; a file of the same letters is there under another spelling in Unicode; rename it to `{name}`"
    return f"; did you mean `{near}`?" if near else "; put the file there"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _entries(folder: Path) -> list[str]:
    return sorted(entry.name for entry in os.scandir(folder) if entry.name.isprintable())
