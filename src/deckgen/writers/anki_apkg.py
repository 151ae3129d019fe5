"""Anki deck (.apkg): the whole bank, one deck per module, ready to import.

Anki knows a note by its guid, which grows from the bank's `uid` and the full name, never from content; and it takes
over a note only when its time is newer. So each note keeps the time of its own last change, from the lock: an update
reaches what changed and leaves alone what did not, with all that learners did to it.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from deckgen.diagnostics import Diagnostic
from deckgen.model.edition import Artifact, Edition
from deckgen.model.lock import Stamp
from deckgen.writers._anki.card_words import card_words
from deckgen.writers._anki.dated import DatedNotes, dated_notes
from deckgen.writers._anki.description import changed_tag, description
from deckgen.writers._anki.draft import content_hash
from deckgen.writers._anki.ids import deck_id, type_id
from deckgen.writers._anki.look import look_of
from deckgen.writers._anki.note_types import NoteType
from deckgen.writers._anki.package import Deck, Model, Note, Package
from deckgen.writers._anki.template_faults import template_faults

_NAMED: Final = re.compile(r'(?:<img src="|\[sound:)([\w.-]+)')


def write(edition: Edition) -> Iterator[Artifact | Diagnostic | Stamp]:
    """Yield the package, and a stamp for each note, note type and deck in it."""
    dated = edition.once(dated_notes)
    yield from dated.findings
    used = tuple(dict.fromkeys(note.draft.type for note in dated.notes))
    words = edition.once(card_words)
    faults = (*words.findings, *template_faults(used, edition.templates, words.html))
    yield from faults
    if used and not faults:
        models = {one: _model(edition, one) for one in used}
        types = [model.stamp for model in models.values()]
        time = max(stamp.time for stamp in (*types, *(note.stamp for note in dated.notes)))
        data = Package(_decks(edition, dated, models, time)).as_bytes(time, _media(edition, dated))
        yield Artifact(PurePosixPath(f"anki/{edition.bank.head.id}.apkg"), data)
        yield from types
    yield from dated.stamps


def _media(edition: Edition, dated: DatedNotes) -> Mapping[str, bytes]:
    """Return the files that fields name; what only a retired note shows is none of them."""
    known = {medium.name: medium.data for module in edition.bank.modules for medium in module.media}
    fields = (field for note in dated.notes for field in note.draft.fields) if known else ()
    named = {name for field in fields for name in _NAMED.findall(field)}
    return {name: data for name, data in known.items() if name in named}


def _decks(edition: Edition, dated: DatedNotes, models: dict[NoteType, Model], time: int) -> list[Deck]:
    head = edition.bank.head
    root = dated.decks[0].title.partition("::")[0]
    decks = {name: Deck(deck_id(head.uid, name), name) for name in (root, *(deck.title for deck in dated.decks))}
    decks[root].description = description(head, dated, time)
    for due, one in enumerate(dated.notes, start=1):
        draft, tags = one.draft, (*one.draft.tags, changed_tag(head, one.stamp))
        note = Note(head.uid, one.number, draft, models[draft.type], one.stamp, tags, due)
        decks[draft.deck].add_note(note)
    return list(decks.values())


def _model(edition: Edition, note_type: NoteType) -> Model:
    head = edition.bank.head
    name = f"deckgen {head.id} {note_type.name}"
    look = look_of(note_type, edition.templates, head.language, edition.once(card_words).html)
    digest = content_hash([name, note_type.fields, look.sides, look.css])
    stamp = edition.lock.stamp("type", note_type.name, digest, now=edition.now, version=head.version)
    return Model(type_id(head.uid, note_type.name), name, note_type, look, stamp)
