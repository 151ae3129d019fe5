"""Anki deck (.apkg): the whole bank, one deck per module, ready to import.

Anki knows a note by its guid, which grows from the bank's `uid` and the full name, never from content; and it takes
over a note only when its time is newer. So each note keeps the time of its own last change, from the lock: an update
reaches what changed and leaves alone what did not, with all that learners did to it.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from deckgen.diagnostics import Diagnostic
from deckgen.model.asked import asked_cells
from deckgen.model.edition import Artifact, Edition
from deckgen.model.lock import Stamp
from deckgen.model.names import Index
from deckgen.writers._anki.cell_notes import cell_draft
from deckgen.writers._anki.deck_names import description, root_name
from deckgen.writers._anki.draft import Draft
from deckgen.writers._anki.fact_notes import fact_draft
from deckgen.writers._anki.faults import one_name_for_two
from deckgen.writers._anki.ids import deck_id, note_ids, type_id
from deckgen.writers._anki.item_notes import item_draft
from deckgen.writers._anki.look import look_of
from deckgen.writers._anki.note_types import NoteType
from deckgen.writers._anki.package import Deck, Model, Note, Package
from deckgen.writers._anki.step_notes import step_drafts


def write(edition: Edition) -> Iterator[Artifact | Diagnostic | Stamp]:
    """Yield the package, and a stamp for each note and note type in it."""
    by_name: dict[str, Draft] = {}
    for one in _drafts(edition):
        if isinstance(one, Diagnostic):
            yield one
        elif by_name.setdefault(one.identity, one) is not one:
            yield one_name_for_two(one.span, one.identity)
    if by_name:
        yield from _package(edition, list(by_name.values()))


def _package(edition: Edition, drafts: list[Draft]) -> Iterator[Artifact | Stamp]:
    models = {one: _model(edition, one) for one in dict.fromkeys(draft.type for draft in drafts)}
    stamps = [_stamp(edition, "note", draft.identity, draft.hash) for draft in drafts]
    all_stamps = [*stamps, *(model.stamp for model in models.values())]
    package = Package(_decks(edition, drafts, stamps, models))
    data = package.as_bytes(max(stamp.time for stamp in all_stamps))
    yield Artifact(PurePosixPath(f"anki/{edition.bank.head.id}.apkg"), data)
    yield from all_stamps


def _drafts(edition: Edition) -> Iterator[Draft | Diagnostic]:
    head, index = edition.bank.head, Index.of(edition.bank)
    for module in edition.bank.modules:
        for item in module.live_items:
            yield item_draft(head, module, item, index)
        for asked in asked_cells(module):
            yield cell_draft(head, asked)
        for fact in module.live_facts:
            yield fact_draft(head, module, fact)
        yield from step_drafts(head, module)


def _decks(edition: Edition, drafts: list[Draft], stamps: list[Stamp], models: dict[NoteType, Model]) -> list[Deck]:
    head = edition.bank.head
    remembered = [name for kind, name in edition.lock.stamps if kind == "note"]
    ids = note_ids(head.uid, drafts, remembered)
    root = root_name(head)
    decks = {name: Deck(deck_id(head.uid, name), name) for name in (root, *(draft.deck for draft in drafts))}
    decks[root].description = description(head, (draft.type for draft in drafts))
    for due, (draft, stamp) in enumerate(zip(drafts, stamps, strict=True), start=1):
        note = Note(head.uid, ids[draft.identity], draft, models[draft.type], stamp, due)
        decks[draft.deck].add_note(note)
    return list(decks.values())


def _model(edition: Edition, note_type: NoteType) -> Model:
    head = edition.bank.head
    name = f"deckgen {head.id} {note_type.name}"
    look = look_of(note_type, edition.templates, head.language)
    content = json.dumps([name, note_type.fields, look.sides, look.css], ensure_ascii=False)
    stamp = _stamp(edition, "type", note_type.name, hashlib.sha256(content.encode()).hexdigest()[:16])
    return Model(type_id(head.uid, note_type.name), name, note_type, look, stamp)


def _stamp(edition: Edition, kind: str, name: str, content: str) -> Stamp:
    return edition.lock.stamp(kind, name, content, now=edition.now, version=edition.bank.head.version)
