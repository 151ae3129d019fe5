"""A bank's own card templates: what Anki would tell learners on every card is told to the author."""

import pytest

from deckgen.diagnostics import Diagnostic
from deckgen.model.edition import Artifact, Edition
from deckgen.model.lock import Lock
from deckgen.sources.templates import read_templates
from deckgen.writers.anki_apkg import write
from tests.anki_harness import BANK, TEMPLATES, learner

FRONT = "anki/choice.front.html"


def made(name: str, text: bytes) -> tuple[list[str], bytes]:
    """Write a deck with a template of one's own; return what was found, and the deck."""
    templates, _, _ = read_templates(TEMPLATES)
    written = list(write(Edition(BANK, (), {**templates, name: text}, Lock(), 1_750_000_000, "", "")))
    found = [f"{one.span} {one.code} {one.message}" for one in written if isinstance(one, Diagnostic)]
    return found, b"".join(one.data for one in written if isinstance(one, Artifact))


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        (FRONT, b"{{Stem}}\n{{Question}}", f"templates/{FRONT}:2:1 W810 this card template fails: there is no field"),
        (FRONT, b"{{#Stem}}{{Stem}}", "`{{#Stem}}` is never closed; write `{{/Stem}}`"),
        (FRONT, b"{{#Stem}}{{Stem}}{{/Key}}", "`{{/Key}}` closes what is not open here; write `{{/Stem}}`"),
        (FRONT, b"<!--\n-->{{Nope}}{{Key}}", f"templates/{FRONT}:2:1 W810"),
        (FRONT, b"{{Stem}}{{/Stem}}", "`{{/Stem}}` closes what is not open here; remove it"),
        (FRONT, b"Words {{Tags}} {{#Stem}}{{/Stem}}", "it shows no field, and Anki no card; write `{{Stem}}`"),
        (FRONT, b"{{Stem}}\ncaf\xe9", f"templates/{FRONT}:2:1 W810 this card template fails: it is not UTF-8"),
        ("anki/card.css", b"/* \xe9 */", "it is not UTF-8"),
        ("anki/cloze.back.html", b"{{Text}}", "write `{{cloze:Text}}` where it belongs"),
    ],
)
def test_a_template_that_anki_cannot_fill_makes_no_deck(name: str, text: bytes, why: str) -> None:
    found, deck = made(name, text)

    assert [why in one for one in found] == [True]
    assert deck == b""


@pytest.mark.parametrize(
    "text",
    [
        b"<!-- {{Question}} {{#Stem}} -->{{Stem}}",
        b"{{ text:Stem }}{{#Choose}}{{Choose}}{{/Choose}}{{^Choose}}One{{/Choose}}",
        b"{{hint:Key}} {{{Stem}}} {{Deck}}",
    ],
)
def test_what_anki_can_fill_is_taken(text: bytes) -> None:
    found, deck = made(FRONT, text)

    assert found == []
    with learner() as anki:
        anki.imports(deck)

        assert not [one for one in anki.shown() if "problem" in one.question or "Invalid" in one.question]
