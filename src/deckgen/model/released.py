"""A deck that was released, as it is found in its package."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReleasedType:
    """A note type: its name, its fields in order, each template's front and back, its style sheet, its time."""

    name: str
    fields: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]
    css: str
    time: int


@dataclass(frozen=True, slots=True)
class ReleasedNote:
    """A note: what Anki knows it by, its number, note type, fields, tags and time, and the deck of its cards."""

    guid: str
    id: int
    type: ReleasedType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    time: int
    deck: str


@dataclass(frozen=True, slots=True)
class ReleasedDeck:
    """All notes of a package, and what the decks say of themselves, by name."""

    notes: tuple[ReleasedNote, ...]
    descriptions: tuple[tuple[str, str], ...]
