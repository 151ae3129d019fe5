"""Rebuild a lost lock from a deck that was released."""

from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from deckgen.diagnostics import Diagnostic
from deckgen.model.bank import BankHead
from deckgen.model.lock import Lock, Stamp
from deckgen.model.released import ReleasedDeck
from deckgen.pipeline.check import has_errors
from deckgen.publish import write_whole
from deckgen.sources.anki_package import read_deck
from deckgen.sources.bank_yaml import read_bank
from deckgen.sources.lock_text import LOCK_FILE, format_lock, read_lock
from deckgen.writers._anki.adopting import adopted_stamps, strangers, version_of


class CannotAdopt(Exception):
    """A deck is not of this bank, or the lock remembers something else; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """How many notes, note types and decks the lock did not know, and how many it did; or what cannot be read."""

    findings: tuple[Diagnostic, ...]
    new: int = 0
    known: int = 0
    is_unreleased: bool = False
    is_done: bool = False


def adopt(folder: Path, deck_file: Path) -> Adopted:
    """Add to the lock what it does not remember of a released deck; what it remembers is never changed."""
    reading = read_bank(folder)
    lock, _, lock_faults = read_lock(folder)
    faults = tuple(sorted((*reading.faults, *lock_faults)))
    if reading.bank is None or has_errors(lock_faults):
        return Adopted(faults)
    head = reading.bank.head
    deck = read_deck(deck_file)
    _refuse_strangers(head, deck, deck_file)
    stamps = {(one.kind, one.name): one for one in adopted_stamps(head, deck)}
    _refuse_contradictions(folder, lock, stamps)
    missing = {key: stamp for key, stamp in stamps.items() if key not in lock.stamps}
    if missing:
        after = replace(lock, stamps=MappingProxyType({**missing, **lock.stamps}), uid=head.uid)
        write_whole(folder / LOCK_FILE, format_lock(after))
    is_unreleased = version_of(deck) == head.version
    return Adopted(faults, len(missing), len(stamps) - len(missing), is_unreleased, is_done=True)


def _refuse_strangers(head: BankHead, deck: ReleasedDeck, file: Path) -> None:
    if not deck.notes:
        raise CannotAdopt(f"{file} has no notes")
    if not version_of(deck):
        raise CannotAdopt(f"{file} does not say its version; give a deck that deckgen has made")
    strange = list(islice(strangers(head, deck), 1))
    if strange:
        raise CannotAdopt(
            f"{file} is not of this bank: its note {strange[0]} does not grow from the id {head.id} and uid {head.uid}"
        )


def _refuse_contradictions(folder: Path, lock: Lock, stamps: dict[tuple[str, str], Stamp]) -> None:
    old = ((one, lock.stamps.get(key)) for key, one in stamps.items())
    other = [one for one, known in old if known and (known.hash, known.time) != (one.hash, one.time)]
    if other:
        raise CannotAdopt(
            f"{folder / LOCK_FILE} remembers something else of {len(other)} of {len(stamps)}, such as {other[0].name};"
            " restore it from git, or remove it and adopt again"
        )
