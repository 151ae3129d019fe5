"""genanki with lasting ids, a time for each note, and the same bytes in every build.

genanki itself numbers notes by the clock, dates them all alike, leaves its database in the temporary folder and
stamps the members of the archive; these classes override that much of it.
"""

import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from deckgen.model.lock import Stamp
from deckgen.writers._anki.database_bytes import database_bytes
from deckgen.writers._anki.draft import Draft
from deckgen.writers._anki.ids import number_of
from deckgen.writers._anki.look import Look
from deckgen.writers._anki.note_types import NoteType

_CREATED: Final = 1_400_000_400


class Model(genanki.Model):  # type: ignore[misc]  # genanki has no types
    """A note type whose fields and templates have ids, so that to rename one is not to replace it."""

    def __init__(self, identifier: int, name: str, note_type: NoteType, look: Look, stamp: Stamp) -> None:
        self.stamp = stamp
        self.media = look.media
        super().__init__(
            identifier,
            name,
            fields=[{"name": field, "id": _part(identifier, "field", at)} for at, field in enumerate(note_type.fields)],
            templates=[
                {"name": title.capitalize(), "id": _part(identifier, "template", at), "qfmt": front, "afmt": back}
                for at, (title, (front, back)) in enumerate(zip(note_type.templates, look.sides, strict=True))
            ],
            css=look.css,
            model_type=genanki.Model.CLOZE if note_type.is_cloze else genanki.Model.FRONT_BACK,
            sort_field_index=note_type.fields.index(note_type.sort_field),
        )

    @property
    def _req(self) -> list[list[object]]:
        """Anki works this out anew on import; genanki's own way is slow, and wrong for some templates."""
        return [[ord_, "any", [self.sort_field_index]] for ord_ in range(len(self.templates))]

    def to_json(self, timestamp: float, deck_id: int | None) -> dict[str, Any]:
        """Return what Anki stores of the type."""
        return {**super().to_json(self.stamp.time, deck_id), "did": None}


class Note(genanki.Note):  # type: ignore[misc]  # genanki has no types
    """A note with a number and a time of its own."""

    def __init__(
        self, uid: str, identifier: int, draft: Draft, model: Model, stamp: Stamp, tags: Iterable[str], due: int
    ) -> None:
        super().__init__(
            model=model,
            fields=list(draft.fields),
            tags=tags,
            guid=guid_of(uid, draft.identity),
            due=due,
        )
        self.identifier = identifier
        self.stamp = stamp
        self.ords = draft.ords

    @property
    def cards(self) -> list[Any]:
        """The cards; genanki would guess them from the templates."""
        return [genanki.Card(ord_) for ord_ in self.ords]

    def _check_invalid_html_tags_in_fields(self) -> None:
        """Check nothing: Markdown made the HTML, and genanki's search takes quadratic time."""

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Iterator[int]) -> None:
        """Write the note and its cards."""
        ids = itertools.chain([self.identifier], (self.identifier + 1 + ord_ for ord_ in self.ords))
        super().write_to_db(cursor, self.stamp.time, deck_id, ids)


class Deck(genanki.Deck):  # type: ignore[misc]  # genanki has no types
    """A deck that nothing was learnt in yet."""

    def to_json(self) -> dict[str, Any]:
        """Return what Anki stores of the deck."""
        counts = {key: [0, 0] for key in ("lrnToday", "newToday", "revToday", "timeToday")}
        return {**super().to_json(), **counts, "mod": _CREATED, "extendRev": 0}


class Package(genanki.Package):  # type: ignore[misc]  # genanki has no types
    """A package as old as its newest note or note type."""

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        """Write the collection, its JSON once and its indexes last."""
        tables, _, indexes = APKG_SCHEMA.partition("CREATE INDEX")
        cursor.executescript(tables + APKG_COL)
        decks = json.loads(cursor.execute("SELECT decks FROM col").fetchone()[0])
        decks |= {str(deck.deck_id): deck.to_json() for deck in self.decks}
        models = {note.model.model_id: note.model for deck in self.decks for note in deck.notes}
        stored = {str(identifier): model.to_json(0, None) for identifier, model in models.items()}
        when = int(timestamp) * 1000
        cursor.execute(
            "UPDATE col SET decks = ?, models = ?, crt = ?, mod = ?, scm = ?",
            (json.dumps(decks, sort_keys=True), json.dumps(stored, sort_keys=True), _CREATED, when, when),
        )
        cursor.execute("BEGIN")
        for deck in self.decks:
            for note in deck.notes:
                note.write_to_db(cursor, timestamp, deck.deck_id, id_gen)
        cursor.execute("COMMIT")
        cursor.executescript(f"CREATE INDEX{indexes}")

    def as_bytes(self, time: int, media: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
        """Return the package as a file's bytes; media, and those of the note types, stand in it by number."""
        models = {note.model.model_id: note.model for deck in self.decks for note in deck.notes}
        media = {name: data for model in models.values() for name, data in model.media.items()} | dict(media)
        names = sorted(media)
        index = json.dumps({str(number): name for number, name in enumerate(names)})
        files = {str(number): media[name] for number, name in enumerate(names)}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for name, data in {"collection.anki2": self._database(time), "media": index.encode(), **files}.items():
                archive.writestr(_member(name), data)
        return buffer.getvalue()

    def _database(self, time: int) -> bytes:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            # What is freed within a page is wiped, and pages lie as the content says, not as the writes went.
            connection.executescript("PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
            self.write_to_db(connection.cursor(), time, iter(()))
            connection.execute("VACUUM")
            return database_bytes(connection)
        finally:
            connection.close()


def guid_of(uid: str, identity: str) -> str:
    """Return what Anki knows a note by, in every release."""
    return str(genanki.guid_for(uid, identity))


def _part(identifier: int, kind: str, place: int) -> int:
    """Return the id of a field or template, by its place, which never changes: a reserved one can get a name."""
    return number_of(kind, str(identifier), str(place))


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3
    member.external_attr = 0o100644 << 16
    return member
