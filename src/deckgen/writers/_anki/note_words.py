"""Notes in words, as people call them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from deckgen.model.asked import oldest, oldest_pair
from deckgen.model.bank import Bank
from deckgen.model.item import Retired
from deckgen.model.module import Module
from deckgen.model.note_names import identity_of, step_identity
from deckgen.model.plain import plain
from deckgen.model.table import Table

_SHOWN: Final = 120


@dataclass(frozen=True, slots=True)
class NoteWords:
    """What a note asks, on one line, and why it is gone where it is retired."""

    text: str
    retired: Retired | None = None


def note_words(bank: Bank) -> Mapping[str, NoteWords]:
    """Return all notes of a bank in words, by their lasting names, those that are retired among them."""
    return {name: words for module in bank.modules for name, words in _of_module(module)}


def _of_module(module: Module) -> Iterator[tuple[str, NoteWords]]:
    for item in module.items:
        yield identity_of(module, item), NoteWords(item.title or _line(item.stem), item.retired)
    for table in module.tables:
        yield from _of_table(module, table)
    for fact in module.facts:
        yield identity_of(module, fact), NoteWords(_line(fact.text), fact.retired)
    exercise = module.exercise
    for step in exercise.steps if exercise else ():
        if exercise and step.id:
            words = NoteWords(f"{exercise.title}: {_line(step.do)}", step.retired)
            yield step_identity(module, exercise, step), words


def _of_table(module: Module, table: Table) -> Iterator[tuple[str, NoteWords]]:
    for ask in table.ask:
        pair, told_column = oldest_pair(table, ask), table.column(ask.ask)
        told = told_column.title if told_column else ask.ask
        for row in table.rows:
            given = row.cell(ask.given)
            words = f"{table.title}: {_line(given.value) if given else row.id} – {told}"
            yield f"{module.id}/{oldest(table)}.{oldest(row)}.{pair}", NoteWords(words, row.retired or ask.retired)


def _line(text: str) -> str:
    words = plain(text)
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"
