"""A deck that was released, read back: an `.apkg` as deckgen writes it, which is SQLite in a zip."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from deckgen.model.released import ReleasedDeck, ReleasedNote, ReleasedType

_COLLECTION: Final = "collection.anki2"
_LARGEST: Final = 1_000_000_000


class UnreadableDeck(Exception):
    """A file is no deck that deckgen has made; the message is for the user."""


def read_deck(path: Path) -> ReleasedDeck:
    """Read a package; one that Anki has exported is refused, for it has lost times and tags."""
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            names = archive.namelist()
            if _COLLECTION not in names or any(name.startswith("collection.anki21") for name in names):
                raise UnreadableDeck(f"{path} is no deck that deckgen has made; give the released file itself")
            if archive.getinfo(_COLLECTION).file_size > _LARGEST:
                raise UnreadableDeck(f"{path} is too large for a deck that deckgen has made")
            return _deck(archive.read(_COLLECTION))
    except OSError as error:
        raise UnreadableDeck(f"cannot read {path}: {error.strerror or error}") from error
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableDeck(f"{path} is no Anki deck: {error}") from error
    except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableDeck(f"{path} is no deck that deckgen has made: {error}") from error


def _deck(database: bytes) -> ReleasedDeck:
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(database)
        models, decks = connection.execute("SELECT models, decks FROM col").fetchone()
        types = {int(key): _type(one) for key, one in json.loads(models).items()}
        names = {int(key): (str(one["name"]), str(one.get("desc", ""))) for key, one in json.loads(decks).items()}
        return ReleasedDeck(tuple(_notes(connection, types, names)), tuple(names.values()))
    finally:
        connection.close()


def _type(stored: dict[str, Any]) -> ReleasedType:
    fields = tuple(str(field["name"]) for field in stored["flds"])
    sides = tuple((str(one["qfmt"]), str(one["afmt"])) for one in stored["tmpls"])
    return ReleasedType(str(stored["name"]), fields, sides, str(stored["css"]), int(stored["mod"]))


def _notes(
    connection: sqlite3.Connection, types: dict[int, ReleasedType], decks: dict[int, tuple[str, str]]
) -> Iterator[ReleasedNote]:
    rows = connection.execute(
        "SELECT notes.guid, notes.id, notes.mid, notes.flds, notes.tags, notes.mod, min(cards.did)"
        " FROM notes JOIN cards ON cards.nid = notes.id GROUP BY notes.id ORDER BY notes.id"
    )
    for guid, number, model, fields, tags, time, deck in rows:
        yield ReleasedNote(
            guid, int(number), types[model], tuple(fields.split("\x1f")), tuple(tags.split()), int(time), decks[deck][0]
        )
