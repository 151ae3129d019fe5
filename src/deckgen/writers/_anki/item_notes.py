"""Items as notes: questions with options, and open ones."""

from dataclasses import dataclass

from deckgen.assemble.shuffle import layout_of
from deckgen.model.bank import BankHead
from deckgen.model.form import letter
from deckgen.model.item import Choice, Item, Option
from deckgen.model.module import Module
from deckgen.model.names import Index
from deckgen.model.note_names import identity_of
from deckgen.writers._anki.deck_names import deck_name
from deckgen.writers._anki.draft import Draft, blocks, inline, tags_of
from deckgen.writers._anki.note_types import CHOICE, OPEN, NoteType
from deckgen.writers._anki.source_line import cited, source_line


def item_draft(head: BankHead, module: Module, item: Item, index: Index) -> Draft:
    """Return the note of an item."""
    shared = {
        "Key": identity_of(module, item),
        "Stem": blocks(item.stem),
        "Explanation": blocks(item.rationale),
        "Source": source_line(module, cited(module, item.facts, index)),
    }
    if isinstance(item, Choice):
        return _draft(head, module, item, CHOICE, shared | _choice_fields(head, module, item))
    return _draft(head, module, item, OPEN, shared | {"Answer": blocks(item.model)})


def _draft(head: BankHead, module: Module, item: Item, note_type: NoteType, fields: dict[str, str]) -> Draft:
    tags = tags_of(head, module, item.objective, item.difficulty, item.tags)
    return Draft(fields["Key"], note_type, note_type.filled(**fields), tags, deck_name(head, module), item.origin.span)


def _choice_fields(head: BankHead, module: Module, item: Choice) -> dict[str, str]:
    # No content among the labels: to correct an option's text must not move it under a learner's eyes.
    layout = layout_of(item)
    order = layout.order("anki", head.uid, identity_of(module, item))
    printed = [_printed(place, index, item.options[index]) for place, index in enumerate(order)]
    moving = layout.free
    return {
        "Choose": str(len(item.key)) if item.is_multiple else "",
        "Options": "".join(f'<li data-o="{one.index}">{one.text}</li>' for one in printed),
        "Answer": "".join(_answer(one) for one in printed if one.option.correct),
        "Whys": "".join(_marked(one) for one in printed),
        "Shuffle": " ".join(map(str, moving)) if len(moving) > 1 else "",
    }


@dataclass(frozen=True, slots=True)
class _Printed:
    """An option under its printed letter and its authored index, with its text as HTML."""

    letter: str
    index: int
    option: Option
    text: str


def _printed(place: int, index: int, option: Option) -> _Printed:
    return _Printed(letter(place), index, option, inline(option.text))


def _answer(one: _Printed) -> str:
    return f'<div class="dg-key" data-o="{one.index}"><b class="dg-letter">{one.letter}</b><div>{one.text}</div></div>'


def _marked(one: _Printed) -> str:
    """Mark an option by a sign, not by colour alone, and say why it is right or wrong."""
    kind, sign = ("right", "✓") if one.option.correct else ("wrong", "✗")
    why = f'<div class="dg-why">{blocks(one.option.why)}</div>' if one.option.why else ""
    text = f'<div class="dg-text"><span class="dg-mark">{sign}</span> <div>{one.text}</div></div>'
    return f'<li data-o="{one.index}" class="dg-{kind}">{text}{why}</li>'
