"""Notes before they are dated and numbered."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from deckgen.diagnostics import Span
from deckgen.model.bank import BankHead
from deckgen.model.module import Module
from deckgen.render.anki_field import anki_field
from deckgen.render.markup import block_html, inline_html
from deckgen.render.media import on_card
from deckgen.writers._anki.note_types import NoteType

_as_json: Final = json.JSONEncoder(ensure_ascii=False).encode
"""`json.dumps` would make an encoder for each note."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A note: `identity` is the full name under the oldest id, `ords` are the places of its cards' templates."""

    identity: str
    type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    deck: str
    span: Span
    ords: tuple[int, ...] = (0,)

    @property
    def hash(self) -> str:
        """The hash of what a learner would see change."""
        return content_hash([self.type.name, self.fields, self.tags])


def content_hash(content: list[object]) -> str:
    """Return the hash by which the lock knows that content has changed."""
    return hashlib.sha256(_as_json(content).encode()).hexdigest()[:16]


def tags_of(
    head: BankHead,
    module: Module,
    objective: str | None,
    difficulty: str | None = None,
    labels: Iterable[str] = (),
) -> tuple[str, ...]:
    """Return the tags of a note, below the bank's own so that they never mix with a learner's."""
    parts = [("module", module.id), ("objective", objective), ("difficulty", difficulty)]
    tags = [f"{head.id}::{kind}::{value}" for kind, value in parts if value]
    return tuple(dict.fromkeys([*tags, *(f"{head.id}::tag::{label}" for label in labels)]))


def blocks(text: str) -> str:
    """Return Markdown as an Anki field of paragraphs and other blocks."""
    return anki_field(block_html(text, on_card)) if text else ""


def inline(text: str) -> str:
    """Return Markdown as an Anki field without a paragraph around it, where it is one."""
    return anki_field(inline_html(text, on_card))
