"""What the lock has to remember of a deck that was released: the way back from a package to stamps."""

import html
import re
from collections.abc import Iterator
from typing import Final

from deckgen.model.bank import BankHead
from deckgen.model.deletions import deletions_of
from deckgen.model.lock import Stamp
from deckgen.model.released import ReleasedDeck, ReleasedNote, ReleasedType
from deckgen.writers._anki.deck_names import deck_hash
from deckgen.writers._anki.draft import content_hash
from deckgen.writers._anki.ids import own_id
from deckgen.writers._anki.package import guid_of

_VERSION: Final = re.compile(r"<p>Version (\S+) · ")
_TAG: Final = re.compile(r"<[^>]*>")


def version_of(deck: ReleasedDeck) -> str:
    """Return the version that a released deck says it has, or nothing."""
    found = (_VERSION.match(description) for _, description in deck.descriptions)
    return next((html.unescape(one[1]) for one in found if one), "")


def strangers(head: BankHead, deck: ReleasedDeck) -> Iterator[str]:
    """Yield the names of the notes that do not belong to this bank."""
    for note in deck.notes:
        if note.guid != guid_of(head.uid, note.fields[0]) or not note.type.name.startswith(_prefix(head)):
            yield note.fields[0]


def adopted_stamps(head: BankHead, deck: ReleasedDeck) -> Iterator[Stamp]:
    """Yield the stamps of the notes, note types and decks of a released deck.

    A note counts as old as the version in which it last changed: a deck does not tell when it was first released.
    """
    version = version_of(deck)
    modules: dict[str, ReleasedNote] = {}
    for note in deck.notes:
        modules.setdefault(note.fields[0].partition("/")[0], note)
        yield _note_stamp(head, note, version)
    for one in dict.fromkeys(note.type for note in deck.notes):
        content = content_hash([one.name, one.fields, one.sides, one.css])
        yield Stamp("type", _type_name(head, one), content, one.time, version, version)
    for module, note in modules.items():
        yield Stamp("deck", module, deck_hash(note.deck), note.time, version, version, title=note.deck)


def _note_stamp(head: BankHead, note: ReleasedNote, version: str) -> Stamp:
    prefix = f"{head.id}::changed::"
    changed = next((tag.removeprefix(prefix) for tag in note.tags if tag.startswith(prefix)), version)
    tags = [tag for tag in note.tags if not tag.startswith(prefix)]
    kind = _type_name(head, note.type)
    content = content_hash([kind, note.fields, tags])
    deletions = deletions_of(_words(note.fields[1])) if kind == "cloze" else ()
    number = 0 if note.id == own_id(head.uid, note.fields[0]) else note.id
    return Stamp("note", note.fields[0], content, note.time, changed, changed, kind, deletions, id=number)


def _words(field: str) -> str:
    """Return the text of a field; its deletions stay."""
    return html.unescape(_TAG.sub("", field))


def _type_name(head: BankHead, one: ReleasedType) -> str:
    return one.name.removeprefix(_prefix(head))


def _prefix(head: BankHead) -> str:
    return f"deckgen {head.id} "
