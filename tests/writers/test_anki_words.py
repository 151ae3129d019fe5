"""The words of the cards: a bank in another language sets them in one file, and is told what is wrong with it."""

import re
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from deckgen.diagnostics import Diagnostic
from deckgen.model.edition import Artifact, Edition
from deckgen.model.lock import Lock
from deckgen.sources.templates import packaged_folder, read_templates
from deckgen.writers.anki_apkg import write
from tests.anki.studying import answers, card_of, keeps, memory, note_types, schema
from tests.anki_harness import BANK, TEMPLATES, build, learner
from tests.commands import new_bank, run
from tests.writers.card_bank import choose
from tests.writers.cards import client, rendered

WORDS = "anki/words.html.j2"
GERMAN = """
{% set options = "Antworten" %}
{% set choose = "Wähle {count} aus" %}
{% set chosen_right = "Du hast {letters} gewählt: richtig" %}
{% set chosen_wrong = "Du hast {letters} gewählt: falsch" %}
{% set answer = "Lösung" %}
{% set each_option = "Zu jeder Antwort" %}
{% set right = "Richtig:" %}
{% set wrong = "Falsch:" %}
{% set your_choice = "Deine Wahl" %}
{% set source = "Quelle:" %}
"""
ENGLISH = ("Options", "Choose", "You chose", "Answer", "Each option", "Right:", "Wrong:", "Your choice", "Source:")
SET = re.compile(r"\{% set (\w+) = ")
FOLDER = packaged_folder() / "anki"


def made(words: str, **sides: str) -> tuple[list[str], bytes]:
    """Write a deck with words of one's own, and perhaps sides; return what was found, and the deck."""
    templates, _, _ = read_templates(TEMPLATES)
    own = {WORDS: words.encode(), **{f"anki/{name}.back.html": text.encode() for name, text in sides.items()}}
    written = list(write(Edition(BANK, (), {**templates, **own}, Lock(), 1_750_000_000, "", "")))
    found = [f"{one.span} {one.code} {one.message}" for one in written if isinstance(one, Diagnostic)]
    return found, b"".join(one.data for one in written if isinstance(one, Artifact))


@cache
def german() -> bytes:
    found, deck = made(GERMAN)
    assert found == []
    return deck


def test_no_english_word_is_on_a_german_card() -> None:
    for card in rendered(german()):
        for side in (card.front, card.back):
            html = re.sub(r"<script>.*?</script>|<!--.*?-->", "", side, flags=re.DOTALL)

            assert [word for word in ENGLISH if word in html] == []
            assert "%" not in html


@pytest.mark.parametrize(
    ("chosen", "verdict"), [("12", "Du hast {} gewählt: richtig"), ("1", "Du hast {} gewählt: falsch")]
)
def test_a_german_card_speaks_german(chromium: Browser, chosen: str, verdict: str) -> None:
    (card,) = (card for card in rendered(german()) if card.key == "m/two")
    with client(chromium, card, {}) as shown:
        shown.opens("front")
        choose(shown, *chosen)
        asked = shown.page.locator(".dg-choose").inner_text()
        letters = [letter for letter, name in zip("ABCD", shown.order(), strict=True) if name in chosen]
        shown.opens("back")
        told = shown.page.locator(".dg-verdict").locator("visible=true").inner_text()

        assert asked == "Wähle 2 aus"
        assert told[2:] == verdict.format(", ".join(letters))
        assert shown.page.get_by_text("Deine Wahl").count() == len(chosen)
        assert shown.page.get_by_role("img", name="Richtig:").count() == 2
        assert shown.page.get_by_role("heading").all_inner_texts() == ["✓ Lösung", "Zu jeder Antwort"]
        assert not [fault for fault in shown.faults if "ERR_FAILED" not in fault]  # fonts, which are not served here


def test_every_word_is_set_once_and_used() -> None:
    text = (FOLDER / "words.html.j2").read_text(encoding="utf-8")
    sides = "".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.html")))

    assert sorted(SET.findall(text)) == sorted(set(re.findall(r"%([a-z_]+)%", sides)))
    assert SET.findall(GERMAN) == SET.findall(text)


def test_a_word_is_text_whatever_its_signs() -> None:
    found, deck = made(GERMAN.replace('"Lösung"', """'<b>"L" & {{Stem}} %DIR% %source%'"""))
    (card, *_) = rendered(deck)

    assert found == []
    assert "✓ &lt;b&gt;&quot;L&quot; &amp; &#123;&#123;Stem&#125;&#125; ltr %source%</h2>" in card.back


@pytest.mark.parametrize(
    ("words", "line", "why"),
    [
        (GERMAN.replace("answer", "anwser"), 1, 'it has no word `answer`; write `{% set answer = "Answer" %}`'),
        (GERMAN.replace("{letters} gewählt: f", "gewählt: f"), 1, "`chosen_wrong` has no `{letters}`; write it where"),
        (GERMAN.replace('"Lösung"', "Lösung"), 1, "it has no word `answer`"),
        ('{% extends "deckgen/' + WORDS + '" %}' + GERMAN, 2, "what it extends sets `options` after it"),
        (GERMAN + "{% set", 12, ""),
        (GERMAN + "{{ 1 / 0 }}", 12, "division by zero"),
    ],
)
def test_a_fault_in_the_words_is_told_where_it_is(words: str, line: int, why: str) -> None:
    found, deck = made(words)

    assert [one.startswith(f"templates/{WORDS}:{line}") and "W810" in one and why in one for one in found] == [True]
    assert deck == b""


def test_a_template_with_an_unknown_word_makes_no_deck() -> None:
    found, deck = made(GERMAN, open="<h2>\n%lösung% %anwser% 50% %LANG% %ef%bc%88 %c3%bcber%20</h2>{{Answer}}")

    known = ", ".join(f"`{word}`" for word in sorted(SET.findall(GERMAN)))
    assert found == [
        "templates/anki/open.back.html:2:1 W810 this card template fails: "
        f"there is no word `anwser` in templates/{WORDS}; there are {known}"
    ]
    assert deck == b""


def test_other_words_reach_who_studies_already_and_cost_nothing() -> None:
    with learner() as anki:
        anki.imports(build(BANK, now=1_700_000_000).data)
        answers(anki, card_of(anki, "m/two"), 4)
        before, scheme, types = memory(anki), schema(anki), note_types(anki)

        anki.imports(german())

        assert "Lösung" in card_of(anki, "m/two").render_output().answer_text
        assert keeps(anki, before)
        assert (schema(anki), note_types(anki)) == (scheme, types)


def test_words_beside_a_bank_reach_its_deck(tmp_path: Path) -> None:
    bank = new_bank(tmp_path / "bank")
    own = tmp_path / "templates" / WORDS
    own.parent.mkdir(parents=True)
    own.write_text(GERMAN, encoding="utf-8")

    assert run("build", bank, "--out", tmp_path / "out", "--to", "anki-apkg").exit_code == 0

    (deck,) = (tmp_path / "out/anki").iterdir()
    assert any("Lösung" in card.back for card in rendered(deck.read_bytes()))
