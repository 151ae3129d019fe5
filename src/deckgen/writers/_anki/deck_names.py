"""The decks: one for each module, below that of the bank."""

import re
from collections import Counter
from collections.abc import Iterable
from html import escape

from deckgen.model.bank import BankHead
from deckgen.model.module import Module
from deckgen.render.markup import block_html
from deckgen.writers._anki.note_types import NoteType


def deck_name(head: BankHead, module: Module) -> str:
    """Return the name of a module's deck; padded numbers, since Anki would put 3.10 before 3.8."""
    number = re.sub(r"\d+", lambda digits: digits[0].zfill(2), module.head.number or "")
    return f"{root_name(head)}::{_one_level(f'{number} {module.head.title}')}"


def root_name(head: BankHead) -> str:
    """Return the name of the bank's deck, which holds the others."""
    return _one_level(head.title)


def description(head: BankHead, types: Iterable[NoteType]) -> str:
    """Return what Anki shows of the bank: its release, what it holds, whose facts these are, how to update."""
    kinds = {"choice": "choice", "open": "open", "cell": "table", "cloze": "cloze"}
    counts = Counter(kinds[one.name] for one in types)
    held = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    facts = [f"Version {head.version}", f"{counts.total()} notes ({held})", head.licence or ""]
    about = " · ".join(escape(fact) for fact in facts if fact)
    update = "To update, import the new file with Anki's default options; your schedule, and your tags on unchanged notes, stay."
    return f"<p>{about}</p>\n{block_html(head.attribution) if head.attribution else ''}<p>{update}</p>"


def _one_level(title: str) -> str:
    """Return a title in which Anki sees no further level."""
    return re.sub(":{2,}", ":", title).strip(": ")
