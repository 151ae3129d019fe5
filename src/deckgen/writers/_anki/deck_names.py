"""The decks: one for each module, below that of the bank; a deck keeps the name under which it was released."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from deckgen.model.bank import BankHead
from deckgen.model.edition import Edition
from deckgen.model.lock import Stamp
from deckgen.model.module import Module

_LEVEL: Final = "::"


def deck_name(head: BankHead, module: Module) -> str:
    """Return the name of a module's deck; padded numbers, since Anki would put 3.10 before 3.8."""
    return f"{root_name(head)}{_LEVEL}{_own_name(module)}"


def root_name(head: BankHead) -> str:
    """Return the name of the bank's deck, which holds the others."""
    return _one_level(head.title) or head.id


def deck_stamps(edition: Edition, modules: Iterable[str]) -> tuple[Stamp, ...]:
    """Return what the lock is to remember of the decks of these modules: the `title` of each is its name."""
    head, lock = edition.bank.head, edition.lock
    old = {one.name: one for one in lock.stamps.values() if one.kind == "deck" and one.since != head.version}
    root = next((one.title.partition(_LEVEL)[0] for one in old.values()), root_name(head))
    wanted = set(modules)
    return tuple(
        old.get(module.id) or _stamp(edition, module.id, f"{root}{_LEVEL}{_own_name(module)}")
        for module in edition.bank.modules
        if module.id in wanted
    )


def deck_hash(title: str) -> str:
    """Return the hash of a deck's name."""
    return hashlib.sha256(title.encode()).hexdigest()[:16]


def _stamp(edition: Edition, module: str, title: str) -> Stamp:
    stamp = edition.lock.stamp("deck", module, deck_hash(title), now=edition.now, version=edition.bank.head.version)
    return replace(stamp, title=title)


def _own_name(module: Module) -> str:
    number = re.sub(r"\d+", lambda digits: digits[0].zfill(2), module.head.number or "")
    return _one_level(f"{number} {module.head.title}") or module.id


def _one_level(title: str) -> str:
    """Return a title in which Anki sees no further level."""
    return re.sub(":{2,}", ":", title).strip(": ")
