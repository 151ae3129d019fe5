"""The small bank that `deckgen new` writes."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from deckgen.sources.json_schema import json_schema
from deckgen.sources.templates import packaged_folder

SCHEMA_FILE: Final = "deckgen.schema.json"


class CannotStart(Exception):
    """The folder cannot take a new bank; the message is for the user."""


def write_starter(folder: Path, randomness: bytes) -> Iterator[Path]:
    """Write a bank that builds into a folder that is new or empty; `randomness` becomes its uid."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CannotStart(f"{folder} is not empty; name a new folder")
    uid = base64.b32encode(randomness).decode().rstrip("=").lower()
    try:
        for name, text in _starter_files(uid):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            yield path
    except OSError as error:
        raise CannotStart(f"cannot write {error.filename or folder}: {error.strerror}") from error


def schema_text() -> str:
    """Return the JSON Schema as it stands beside a bank, for editors."""
    return json.dumps(json_schema(), indent=1, ensure_ascii=False) + "\n"


def _starter_files(uid: str) -> Iterator[tuple[str, str]]:
    top = packaged_folder() / "bank"
    for path in sorted([*top.rglob("*.yaml"), *top.rglob("*.svg")]):
        text = path.read_text(encoding="utf-8")
        yield path.relative_to(top).as_posix(), text.replace("UID-OF-THE-BANK", uid)
    yield SCHEMA_FILE, schema_text()
