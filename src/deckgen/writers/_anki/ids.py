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


def note_ids(uid: str, drafts: Iterable[Draft], remembered: Iterable[str]) -> Mapping[str, int]:
    """Number the notes by identity, the remembered ones first; a card's id is its note's + 1 + its ord."""
    cards = {draft.identity: max(draft.ords) + 2 for draft in drafts}
    taken: set[int] = set()
    ids: dict[str, int] = {}
    for identity in dict.fromkeys([*sorted(remembered), *sorted(cards)]):
        size = -(-cards.get(identity, 1) // _STEP)
        slot = number_of("note", uid, identity) % _SLOTS
        while not taken.isdisjoint(range(slot, slot + size)):
            slot += 1
        taken.update(range(slot, slot + size))
        ids[identity] = _FIRST + slot * _STEP
    return ids
