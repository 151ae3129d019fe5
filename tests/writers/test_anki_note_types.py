"""The note types stay what they were when they were released, or Anki would answer with second ones."""

import dataclasses
import json
from pathlib import Path
from typing import Any, Final

import pytest

from deckgen.model.lock import Stamp
from deckgen.writers._anki.draft import Draft
from deckgen.writers._anki.ids import type_id
from deckgen.writers._anki.look import Look
from deckgen.writers._anki.note_types import CELL, CHOICE, CLOZE, OPEN, NoteType
from deckgen.writers._anki.package import Deck, Model, Note, Package
from tests.anki.studying import answers, card_of, keeps, memory, note_types, schema
from tests.anki_harness import BANK, learner

RELEASED: Final[dict[str, Any]] = json.loads(Path(__file__).with_name("released_note_types.json").read_text())
"""What Anki knows the note types by: never edit an entry; a new note type gets one of its own."""

SPAN: Final = BANK.modules[0].items[0].origin.span
FIRST, LATER = 1_750_000_000, 1_760_000_000


def model(one: NoteType, fronts: tuple[str, ...] = (), time: int = FIRST) -> Model:
    sides = tuple((front, "{{FrontSide}}") for front in fronts) or tuple(("{{Key}}", "") for _ in one.templates)
    stamp = Stamp("type", one.name, "0", time, "1", "1")
    return Model(type_id("uid", one.name), f"deckgen b {one.name}", one, Look(sides, "", {}), stamp)


def described(one: NoteType) -> dict[str, Any]:
    """Return what must not change: fields and templates may get other names, for Anki knows them by their ids."""
    stored = model(one).to_json(0, None)
    return {
        "id": int(stored["id"]),
        "is_cloze": stored["type"] == 1,
        "sort_field": stored["sortf"],
        "fields": [field["id"] for field in stored["flds"]],
        "templates": [template["id"] for template in stored["tmpls"]],
    }


@pytest.mark.parametrize("one", [CHOICE, OPEN, CELL, CLOZE], ids=lambda one: one.name)
def test_a_note_type_is_what_it_was_when_it_was_released(one: NoteType) -> None:
    assert RELEASED[one.name] | described(one) == RELEASED[one.name]


@pytest.mark.parametrize("one", [CHOICE, OPEN, CELL, CLOZE], ids=lambda one: one.name)
def test_only_what_was_reserved_gets_another_name(one: NoteType) -> None:
    """What changes places with another keeps both ids, and Anki would show the one under the other's name."""
    released = (*RELEASED[one.name]["field_names"], *RELEASED[one.name]["template_names"])
    named = [name for name in zip(released, (*one.fields, *one.templates), strict=True) if name[0] != name[1]]

    assert not [old for old, _ in named if not old.lower().startswith("reserved")]


@pytest.mark.parametrize("one", [CHOICE, OPEN, CELL, CLOZE], ids=lambda one: one.name)
def test_a_note_type_can_still_grow(one: NoteType) -> None:
    assert [field for field in one.fields if field.startswith("Reserved")] == ["Reserved1", "Reserved2", "Reserved3"]
    assert one.is_cloze or len(one.templates) == 2


def deck(one: NoteType, fronts: tuple[str, ...], time: int, *, reserve: str = "", hint: str = "") -> bytes:
    """Return a deck of one note, whose reserved fields are filled or not."""
    fields = ("m/one", "Why?", "So.", "", "", hint, "", reserve)
    ords = (0, 1) if reserve else (0,)
    draft = Draft("m/one", one, fields, (), "T::M", SPAN, ords)
    stamp = Stamp("note", "m/one", "0", time, "1", "1")
    decks = Deck(1_200_000_000_001, "T::M")
    decks.add_note(Note("uid", 1_400_000_000_032, draft, model(one, fronts, time), stamp, (), 1))
    return Package([decks]).as_bytes(time)


def test_a_reserve_that_is_taken_into_use_costs_a_learner_nothing() -> None:
    grown = dataclasses.replace(OPEN, fields=tuple("Hint" if one == "Reserved1" else one for one in OPEN.fields))
    first = deck(OPEN, ("{{Stem}}", "{{#Reserved3}}{{Reserved3}}{{/Reserved3}}"), FIRST)
    fronts = ("{{Stem}} {{Hint}}", "{{#Reserved3}}Backwards: {{Reserved3}}{{/Reserved3}}")
    with learner() as anki:
        anki.imports(first)
        answers(anki, card_of(anki, "m/one"), 4)
        before, scheme = memory(anki), schema(anki)

        assert anki.imports(deck(grown, fronts, LATER, reserve="So?", hint="Think.")) == {"updated": 1}
        assert ["Hint"] in anki.sql("select name from fields")  # Anki's Python still remembers the old name
        assert "Why? Think." in card_of(anki, "m/one").render_output().question_text
        assert "Backwards: So?" in card_of(anki, "m/one", 1).render_output().question_text
        assert keeps(anki, before)
        assert schema(anki) == scheme
        assert note_types(anki) == ["deckgen b open"]
