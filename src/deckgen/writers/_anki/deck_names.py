"""The decks: one for each module, below that of the bank."""

import re
from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import Final

from deckgen.model.bank import BankHead
from deckgen.model.module import Module
from deckgen.render.markup import block_html
from deckgen.writers._anki.note_types import NoteType

_HOW_TO_UPDATE: Final = (
    "To update, import the new file with Anki's default options. "
    "Your schedule stays, and so do your tags and edits on notes that have not changed."
)


def deck_name(head: BankHead, module: Module) -> str:
    """Return the name of a module's deck; padded numbers, since Anki would put 3.10 before 3.8."""
    number = re.sub(r"\d+", lambda digits: digits[0].zfill(2), module.head.number or "")
    return f"{root_name(head)}::{_one_level(f'{number} {module.head.title}') or module.id}"


def root_name(head: BankHead) -> str:
    """Return the name of the bank's deck, which holds the others."""
    return _one_level(head.title) or head.id


def description(head: BankHead, types: Iterable[NoteType]) -> str:
    """Return what Anki shows of the bank: its release, what it holds, whose facts these are, how to update."""
    kinds = {"choice": "choice", "open": "open", "cell": "table", "cloze": "cloze"}
    counts = Counter(kinds[one.name] for one in types)
    held = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    facts = [f"Version {head.version}", f"{counts.total()} notes ({held})", head.licence or ""]
    about = " · ".join(escape(fact) for fact in facts if fact)
    attribution = block_html(head.attribution) if head.attribution else ""
    return f"<p>{about}</p>\n{attribution}<p>{_HOW_TO_UPDATE}</p>"


def _one_level(title: str) -> str:
    """Return a title in which Anki sees no further level."""
    return re.sub(":{2,}", ":", title).strip(": ")
