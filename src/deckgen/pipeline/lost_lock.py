"""A lock that is gone although a deck was made with one: found by the deck, before it is made anew."""

from pathlib import Path

from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.bank import BankHead
from deckgen.model.lock import Lock
from deckgen.sources import faults
from deckgen.sources.anki_package import UnreadableDeck, read_deck
from deckgen.sources.lock_text import LOCK_FILE
from deckgen.writers._anki.adopting import strangers


def lost_lock(folder: Path, head: BankHead, lock: Lock, out: Path) -> Diagnostic | None:
    """Return a fault where the lock knows no note, and the output folder holds a deck of this bank."""
    deck = out / "anki" / f"{head.id}.apkg"
    if lock.stamps or not _is_of(head, deck):
        return None
    return faults.lost_lock(Span((folder / LOCK_FILE).as_posix()), deck.as_posix())


def _is_of(head: BankHead, file: Path) -> bool:
    try:
        deck = read_deck(file)
    except UnreadableDeck:
        return False
    return bool(deck.notes) and not any(strangers(head, deck))
