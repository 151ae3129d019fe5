"""What tables ask as notes: one cell of a row is given, another is to be told."""

from html import escape

from deckgen.model.asked import Asked
from deckgen.model.bank import BankHead
from deckgen.render.anki_field import anki_field
from deckgen.writers._anki.deck_names import deck_name
from deckgen.writers._anki.draft import Draft, inline, tags_of
from deckgen.writers._anki.note_types import CELL
from deckgen.writers._anki.source_line import source_line


def cell_draft(head: BankHead, asked: Asked) -> Draft:
    """Return the note of one question of a table."""
    fields = CELL.filled(
        Key=asked.identity,
        Table=anki_field(escape(asked.table.title)),
        Given=_pair(asked.given_column.title, asked.given.value),
        Asked=anki_field(escape(asked.told_column.title)),
        Answer=inline(asked.told.value),
        Row=_rest_of_row(asked),
        Source=source_line(asked.module, [asked.told]),
    )
    tags = tags_of(head, asked.module, asked.table.objective, asked.ask.difficulty)
    return Draft(asked.identity, CELL, fields, tags, deck_name(head, asked.module), asked.row.origin.span)


def _rest_of_row(asked: Asked) -> str:
    shown = {asked.ask.given, asked.ask.ask}
    pairs = [(column.title, asked.row.cell(column.id)) for column in asked.table.columns if column.id not in shown]
    return "".join(_pair(title, cell.value) for title, cell in pairs if cell)


def _pair(title: str, value: str) -> str:
    return f"<dt>{anki_field(escape(title))}</dt> <dd>{inline(value)}</dd>"
