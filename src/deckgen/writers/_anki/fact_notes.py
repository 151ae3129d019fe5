"""Facts as notes: each number among the deletions is a card."""

import re
from typing import Final

from deckgen.diagnostics import Diagnostic
from deckgen.model.bank import BankHead
from deckgen.model.fact import Fact
from deckgen.model.module import Module
from deckgen.model.note_names import identity_of
from deckgen.render.cloze import cloze_field, field_numbers
from deckgen.writers._anki.deck_names import deck_name
from deckgen.writers._anki.draft import Draft, tags_of
from deckgen.writers._anki.faults import no_card
from deckgen.writers._anki.note_types import CLOZE
from deckgen.writers._anki.source_line import source_line

_DELETION: Final = re.compile(r"\{\{c(\d{1,3})::")


def fact_draft(head: BankHead, module: Module, fact: Fact) -> Draft | Diagnostic:
    """Return the note of a fact, or a fault where nothing is deleted, or a number makes no card."""
    text = cloze_field(fact.text)
    numbers = field_numbers(text)
    if not numbers:
        return no_card(fact.origin.of("text"), fact.id)
    lost = {int(number) for number in _DELETION.findall(fact.text)} - set(numbers)
    if lost:
        return no_card(fact.origin.of("text"), fact.id, min(lost))
    identity = identity_of(module, fact)
    fields = CLOZE.filled(Key=identity, Text=text, Source=source_line(module, [fact]))
    tags = tags_of(head, module, fact.objective)
    return Draft(
        identity, CLOZE, fields, tags, deck_name(head, module), fact.origin.span, tuple(one - 1 for one in numbers)
    )
