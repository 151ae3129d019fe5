"""The words that cards print by themselves, such as "Answer"; a bank can have its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from types import MappingProxyType
from typing import Final

from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.edition import Edition
from deckgen.render.anki_field import anki_field
from deckgen.render.template_faults import TemplateFault
from deckgen.render.templates import Renderer
from deckgen.writers._anki.faults import card_template_fails

WORD: Final = re.compile(r"(?<!%[0-9a-f]{2})%([a-z_]{3,})%")
"""Where a word belongs in a card template; an address has bytes of two letters, words after them: `%c3%bcber%20`."""

_FILE: Final = "anki/words.html.j2"
_PLACES: Final[Mapping[str, str]] = MappingProxyType(
    {"choose": "count", "chosen_right": "letters", "chosen_wrong": "letters"}
)
_FILLED: Final[Mapping[str, str]] = MappingProxyType({"count": "{{Choose}}", "letters": "<b></b>"})


@dataclass(frozen=True, slots=True)
class CardWords:
    """The words of the cards as HTML, by name, and what is wrong with a bank's own."""

    html: Mapping[str, str]
    findings: tuple[Diagnostic, ...] = ()


def card_words(edition: Edition) -> CardWords:
    """Read the words of the cards; where a bank's own lack one it is told, and deckgen's stands for it."""
    renderer = Renderer(edition.templates)
    english = renderer.words(f"deckgen/{_FILE}")
    try:
        words = renderer.words(_FILE)
    except TemplateFault as fault:
        return CardWords(english, (card_template_fails(Span(fault.file, fault.line), fault.why),))
    span = Span(f"templates/{_FILE}")
    findings = tuple(card_template_fails(span, why) for why in _faults(words, english))
    return CardWords({name: _html(name, word) for name, word in {**english, **words}.items()}, findings)


def unknown_words(text: str, words: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield the line of each word of a card template that has no such word, and why that is a fault."""
    known = ", ".join(f"`{word}`" for word in words)
    for found in WORD.finditer(text):
        if found[1] not in words:
            why = f"there is no word `{found[1]}` in templates/{_FILE}; there are {known}"
            yield text.count("\n", 0, found.start()) + 1, why


def _faults(words: Mapping[str, str], english: Mapping[str, str]) -> Iterator[str]:
    for name, word in english.items():
        if name not in words:
            yield f'it has no word `{name}`; write `{{% set {name} = "{word}" %}}` in your language'
    for name, place in _PLACES.items():
        if name in words and f"{{{place}}}" not in words[name]:
            yield f"`{name}` has no `{{{place}}}`; write it where the {place} belongs, as in `{english[name]}`"


def _html(name: str, word: str) -> str:
    html = anki_field(escape(word))
    place = _PLACES.get(name)
    return html.replace(anki_field(f"{{{place}}}"), _FILLED[place], 1) if place else html
