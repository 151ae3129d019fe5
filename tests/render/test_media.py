"""Images and sounds in HTML: by name on cards, within the page on paper."""

from base64 import b64encode

import pytest

from deckgen.model.media import Medium, Pictured, media_of, pictured
from deckgen.render.anki_field import anki_field
from deckgen.render.cloze import cloze_field, plain_text_html
from deckgen.render.markup import block_html, inline_html
from deckgen.render.media import on_card
from deckgen.render.parser import Reference, references

IMAGE = Medium("pods-12345678.png", "image/png", b"\x89PNG", (30, 20))
SOUND = Medium("bit-12345678.mp3", "audio/mpeg", b"ID3")
HERE = {"pods.png": IMAGE, "bit.mp3": SOUND}
ON_CARD = '<img src="pods-12345678.png" alt="{}" width="30" height="20">'
ON_PAPER = f'<img src="data:image/png;base64,{b64encode(IMAGE.data).decode()}" alt="{{}}" width="30" height="20">'


def shown(text: str) -> Pictured:
    return Pictured(text, HERE)


def card(text: str) -> str:
    return anki_field(inline_html(shown(text), on_card))


@pytest.mark.parametrize(
    ("words", "alt"),
    [("Pods", "Pods"), ("*two* `Pods`", "two Pods"), ('"a" & <b>', "&quot;a&quot; &amp; &lt;b&gt;"), ("a\nb", "a b")],
)
def test_an_image_has_its_words(words: str, alt: str) -> None:
    text = f"Look: ![{words}](pods.png)"

    assert card(text) == "Look: " + ON_CARD.format(alt)
    assert inline_html(shown(text)) == "Look: " + ON_PAPER.format(alt)


def test_a_sound_is_played_on_a_card_and_said_on_paper() -> None:
    text = "Hear ![a “bit”](bit.mp3)!"

    spoken = '<span class="dg-sound" role="group" aria-label="a “bit”">[sound:bit-12345678.mp3]</span>'
    assert card(text) == f"Hear {spoken}!"
    assert inline_html(shown(text)) == "Hear a “bit”!"


def test_a_sound_that_an_author_types_is_text() -> None:
    assert card("[sound:bit-12345678.mp3] ![a [sound:x.mp3] b](pods.png)") == (
        "&#91;sound:bit-12345678.mp3] " + ON_CARD.format("a &#91;sound:x.mp3] b")
    )


def test_of_a_file_that_is_not_known_the_words_are_shown() -> None:
    assert card("Look: ![Two Pods](other.png)") == "Look: Two Pods"
    assert inline_html("Look: ![Two Pods](pods.png)") == "Look: Two Pods"


def test_equal_texts_show_each_its_own_file() -> None:
    other = Medium("pods-87654321.png", "image/png", b"\x89PNG2", (1, 1))
    text = "![a](pods.png)"

    assert block_html(shown(text), on_card) == f"<p>{ON_CARD.format('a')}</p>\n"
    assert "pods-87654321.png" in block_html(Pictured(text, {"pods.png": other}), on_card)
    assert block_html(text, on_card) == "<p>a</p>\n"


def test_a_deletion_may_hold_an_image_and_hint_at_one() -> None:
    text = shown("It is {{c1::![Pods](pods.png)::![a hint](pods.png)}}, said {{c2::so ![bit](bit.mp3)}}.")

    field = cloze_field(text)
    assert f"{{{{c1::{ON_CARD.format('Pods')}::{ON_CARD.format('a hint')}}}}}" in field
    assert "[sound:bit-12345678.mp3]</span>}}" in field
    printed = plain_text_html(text)
    assert f'It is <b class="cloze">{ON_PAPER.format("Pods")}</b>, said' in printed
    assert "a hint" not in printed


def test_a_text_made_of_others_has_their_files() -> None:
    made = pictured("It belongs to ![a](pods.png).", shown("![a](pods.png)"), "no image")

    assert media_of(made) == HERE
    assert type(pictured("plain", "no image")) is str


def test_references_are_those_that_the_parser_sees() -> None:
    words = '![a *b*](x.png) `![c](y.png)` [![d](<z z.png> "t")](https://x.example)'
    text = f"{words}\n\n    ![e](code.png)\n\n> ![f](ä.png)"

    assert references(text) == (
        Reference("x.png", "a b", ""),
        Reference("z%20z.png", "d", "t"),
        Reference("%C3%A4.png", "f", ""),
    )
    assert references("plain") == ()
