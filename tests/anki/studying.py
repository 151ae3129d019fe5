"""What a learner does to a deck, and what of it is still there after an update."""

import time
from collections.abc import Mapping
from typing import Any, Final, Literal

import anki.collection  # noqa: F401 (first: these modules import each other in a ring)
from anki.cards import Card
from anki.collection import ImportAnkiPackageOptions
from anki.consts import CARD_TYPE_REV
from anki.import_export_pb2 import IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS
from anki.notes import Note

from tests.anki_harness import Learner, learner

Told = tuple[object, ...]
"""A note as Anki shows it: its fields, its tags, and the look of its type."""

Ease = Literal[1, 2, 3, 4]
AGAIN: Final = 1
GOOD: Final = 3
EASY: Final = 4
LEECH_AT: Final = 8
RED: Final = 1
OWN: Final = "My words"
ALWAYS: Final = ImportAnkiPackageOptions(
    update_notes=IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS,
    update_notetypes=IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_ALWAYS,
)


def studies(anki: Learner, ease: Ease = EASY) -> None:
    """Answer every card that can be, with the real scheduler."""
    for card in anki.cards():
        if card.queue >= 0:
            answers(anki, card, ease)


def answers(anki: Learner, card: Card, ease: Ease) -> None:
    """Answer a card with the real scheduler, each in a millisecond of its own: Anki names a review by that."""
    time.sleep(0.002)
    card.start_timer()
    anki.collection.sched.answerCard(card, ease)


def card_of(anki: Learner, key: str, ord_: int = 0) -> Card:
    """Return a card of a note."""
    return next(card for card in anki.note(key).cards() if card.ord == ord_)


def memory(anki: Learner) -> tuple[Mapping[int, Any], list[Any]]:
    """Return all that Anki knows of each card (schedule, deck, flags, suspension), and the log of all reviews."""
    cards = "id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data"
    return {row[0]: row for row in anki.sql(f"select {cards} from cards")}, anki.sql("select * from revlog order by id")


def keeps(anki: Learner, before: tuple[Mapping[int, Any], list[Any]]) -> bool:
    """Say whether every card and every review of then is there as it was."""
    cards, reviews = memory(anki)
    return {key: cards.get(key) for key in before[0]} == before[0] and reviews == before[1]


def edits(
    anki: Learner, key: str, *, at: int, tag: str = "mine", field: str = "Source", text: str = "My words"
) -> None:
    """Edit and tag a note as if it were this second."""
    note = anki.note(key)
    note[field] = text
    note.add_tag(tag)
    anki.collection.update_note(note)
    backdates(anki, note, at)


def backdates(anki: Learner, note: Note, at: int) -> None:
    """Make the learner's last change of a note this old; Anki itself always dates by the clock."""
    assert anki.collection.db is not None
    anki.collection.db.execute("update notes set mod = ? where id = ?", at, note.id)


def becomes_leech(anki: Learner, key: str) -> None:
    """Forget a card once more than Anki bears, so that it tags the note and suspends the card."""
    card = card_of(anki, key)
    answers(anki, card, EASY)
    card = card_of(anki, key)
    assert card.type == CARD_TYPE_REV
    card.lapses = LEECH_AT - 1
    anki.collection.update_card(card)
    answers(anki, card_of(anki, key), AGAIN)
    assert anki.note(key).has_tag("leech")


def told(anki: Learner) -> Mapping[str, Told]:
    """Return all notes by key."""
    found = {}
    for note in map(anki.collection.get_note, anki.collection.find_notes("Key:_*")):
        found[note["Key"]] = (tuple(note.fields), frozenset(note.tags), look(note))
    return found


def look(note: Note) -> tuple[str, ...]:
    """Return what the type of a note is called, its style sheet and its templates."""
    note_type = note.note_type()
    assert note_type is not None
    templates = note_type["tmpls"]
    return note_type["name"], note_type["css"], *(one[side] for one in templates for side in ("qfmt", "afmt"))


def stale(anki: Learner, deck: bytes) -> set[str]:
    """Return the keys of the notes of a deck that a learner sees otherwise than one who starts with it."""
    mine, (newest, cards) = told(anki), fresh(deck)
    differing = {key for key, note in newest.items() if mine.get(key) != note}
    return differing | {key for key, ord_ in cards - cards_of(anki)}


def fresh(deck: bytes) -> tuple[Mapping[str, Told], set[tuple[str, int]]]:
    """Return what one who starts with this deck sees: the notes by key, and the cards."""
    with learner() as other:
        other.imports(deck)
        return told(other), cards_of(other)


def cards_of(anki: Learner) -> set[tuple[str, int]]:
    """Return the key and the template of each card."""
    return {(card.note()["Key"], card.ord) for card in anki.cards() if "Key" in card.note()}


def doubled(anki: Learner) -> list[Any]:
    """Return what is there twice: a guid, a note of one key, a card of one note."""
    key = "substr(flds, 1, instr(flds, char(31)) - 1)"
    return [
        *anki.sql("select guid from notes group by guid having count() > 1"),
        *anki.sql(f"select {key} from notes group by {key} having count() > 1"),
        *anki.sql("select nid, ord from cards group by nid, ord having count() > 1"),
        *([] if len(types := note_types(anki)) == len(set(types)) else types),
    ]


def note_types(anki: Learner) -> list[str]:
    """Return the names of the bank's note types; Anki marks the copy of one by `+`."""
    names = (one.name for one in anki.collection.models.all_names_and_ids())
    return [name.rstrip("+") for name in names if name.startswith("deckgen")]


def schema(anki: Learner) -> Any:
    """Return when the schema last changed; a change of it forces a one-way sync."""
    return anki.sql("select scm from col")
