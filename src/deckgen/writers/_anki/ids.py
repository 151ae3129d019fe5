"""Numbers that grow from names: the same on every machine and in every build."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Final

from deckgen.writers._anki.draft import Draft

_FIRST: Final = 1_400_000_000_000
"""Anki reads ids as milliseconds since 1970; these are years before any bank, and none is in the future."""

_SLOTS: Final = 6_250_000_000
_STEP: Final = 32


def number_of(*labels: str) -> int:
    """Return 52 bits that grow from labels."""
    return int.from_bytes(hashlib.sha256("\x1f".join(labels).encode()).digest()[:8], "big") >> 12


def type_id(uid: str, name: str) -> int:
    """Return the id of a note type."""
    return 1_100_000_000_000 + number_of("type", uid, name) % 100_000_000_000


def deck_id(uid: str, name: str) -> int:
    """Return the id of a deck."""
    return 1_200_000_000_000 + number_of("deck", uid, name) % 100_000_000_000


def own_id(uid: str, identity: str) -> int:
    """Return the id that grows from a note's name."""
    return _FIRST + number_of("note", uid, identity) % _SLOTS * _STEP


def note_ids(uid: str, drafts: Iterable[Draft], remembered: Mapping[str, int]) -> Mapping[str, int]:
    """Number the notes by identity; a card's id is its note's + 1 + its ord.

    What is remembered keeps its number, which is its own where 0 is remembered; a new note whose own is taken gets the
    next that is free.
    """
    cards = {draft.identity: max(draft.ords) + 2 for draft in drafts}
    ids = {identity: number or own_id(uid, identity) for identity, number in remembered.items()}
    taken = {number + step for identity, number in ids.items() for step in _steps(cards.get(identity, 1))}
    for identity in sorted(cards.keys() - ids.keys()):
        number, steps = own_id(uid, identity), _steps(cards[identity])
        while any(number + step in taken for step in steps):
            number += _STEP
        taken.update(number + step for step in steps)
        ids[identity] = number
    return ids


def _steps(cards: int) -> range:
    """Return how far the ids go on that a note with so many cards takes."""
    return range(0, cards, _STEP)
