"""The notes of an edition, each dated by its own last change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from deckgen.diagnostics import Diagnostic
from deckgen.model.asked import asked_cells
from deckgen.model.bank import Bank
from deckgen.model.deletions import Deletion, deletions_of, remembered_deletions
from deckgen.model.edition import Edition
from deckgen.model.lock import Stamp
from deckgen.model.note_names import identity_of, note_names
from deckgen.writers._anki.cell_notes import cell_draft
from deckgen.writers._anki.deck_names import deck_stamps
from deckgen.writers._anki.draft import Draft
from deckgen.writers._anki.fact_notes import fact_draft
from deckgen.writers._anki.faults import note_too_large, one_name_for_two
from deckgen.writers._anki.ids import note_ids, own_id
from deckgen.writers._anki.item_notes import item_draft
from deckgen.writers._anki.step_notes import step_drafts

_LARGEST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class DatedNote:
    """A note with its number, and what the lock is to remember of it."""

    draft: Draft
    number: int
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class DatedNotes:
    """All live notes in the order of the bank, the stamps of released ones that are retired, and of the decks."""

    notes: tuple[DatedNote, ...]
    retired: tuple[Stamp, ...]
    decks: tuple[Stamp, ...]
    findings: tuple[Diagnostic, ...]

    @property
    def stamps(self) -> tuple[Stamp, ...]:
        """Everything that the lock is to remember."""
        return (*(note.stamp for note in self.notes), *self.retired, *self.decks)


def dated_notes(edition: Edition) -> DatedNotes:
    """Make the notes of an edition and date them; of two with one name the first counts."""
    by_name: dict[str, Draft] = {}
    findings: list[Diagnostic] = []
    for one in _drafts(edition):
        if isinstance(one, Diagnostic):
            findings.append(one)
        elif by_name.setdefault(one.identity, one) is not one:
            findings.append(one_name_for_two(one.span, one.identity))
        elif sum(len(field.encode()) for field in one.fields) > _LARGEST:
            findings.append(note_too_large(one.span, one.identity))
    decks = {stamp.name: stamp for stamp in deck_stamps(edition, (name.partition("/")[0] for name in by_name))}
    drafts = [_in_deck(one, decks[name.partition("/")[0]].title) for name, one in by_name.items()]
    hidden = _hidden(edition.bank)
    remembered = {name: one.id for (kind, name), one in edition.lock.stamps.items() if kind == "note"}
    ids = note_ids(edition.bank.head.uid, drafts, remembered)
    notes = tuple(DatedNote(draft, ids[draft.identity], _stamp(edition, draft, ids, hidden)) for draft in drafts)
    return DatedNotes(notes, tuple(_retired(edition)), tuple(decks.values()), tuple(findings))


def _drafts(edition: Edition) -> Iterator[Draft | Diagnostic]:
    head, index = edition.bank.head, edition.index
    released = edition.lock.released(head.version)
    for module in edition.bank.modules:
        for item in module.live_items:
            yield item_draft(head, module, item, index)
        for asked in asked_cells(module):
            # who has the card of a cell that says nothing any more is told so
            if not asked.is_blank or asked.identity in released:
                yield cell_draft(head, asked)
        for fact in module.live_facts:
            yield fact_draft(head, module, fact)
        yield from step_drafts(head, module)


def _in_deck(draft: Draft, deck: str) -> Draft:
    """Return a note in the deck that learners have, which is nearly always its own."""
    return draft if draft.deck == deck else replace(draft, deck=deck)


def _stamp(edition: Edition, draft: Draft, ids: Mapping[str, int], hidden: Mapping[str, tuple[Deletion, ...]]) -> Stamp:
    head = edition.bank.head
    version, number = head.version, ids[draft.identity]
    stamp = edition.lock.stamp("note", draft.identity, draft.hash, now=edition.now, version=version)
    now = (one for one in hidden.get(draft.identity, ()) if one.number - 1 in draft.ords)
    old = edition.lock.get("note", draft.identity)
    released = old.as_released(version) if old else None
    before = released.deletions if released else ()
    return replace(
        stamp,
        type=draft.type.name,
        deletions=remembered_deletions(before, now),
        retired="",
        id=0 if number == own_id(head.uid, draft.identity) else number,
    )


def _hidden(bank: Bank) -> Mapping[str, tuple[Deletion, ...]]:
    return {identity_of(module, fact): deletions_of(fact.text) for module in bank.modules for fact in module.live_facts}


def _retired(edition: Edition) -> Iterator[Stamp]:
    version = edition.bank.head.version
    released = edition.lock.released(version)
    for module in edition.bank.modules if released else ():
        for name in note_names(module):
            if name.is_retired and name.identity in released:
                old = released[name.identity]
                yield replace(old, retired=old.retired or version)
