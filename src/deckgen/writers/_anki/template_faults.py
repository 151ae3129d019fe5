"""What is wrong with a bank's own card templates, before Anki tells it to every learner on every card."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from deckgen.diagnostics import Diagnostic, Span
from deckgen.writers._anki.card_words import unknown_words
from deckgen.writers._anki.faults import card_template_fails
from deckgen.writers._anki.note_types import NoteType

_TAG: Final = re.compile(r"\{\{\{?\s*(?P<sign>[#^/]?)(?P<filters>(?:[^{}:]*:)*)(?P<name>[^{}:]*)\}?\}\}")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_OF_ANKI: Final = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"})
_NUMBER: Final = re.compile(r"c\d+")


def template_faults(
    types: Iterable[NoteType], templates: Mapping[str, bytes], words: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Yield what Anki would not show of the templates of these note types, a template once."""
    pages = {f"anki/{name}.{side}.html": one for one in types for name in one.templates for side in ("front", "back")}
    for name in ("anki/card.css", *(name for name in templates if re.fullmatch(r"anki/[^/]*\.js", name)), *pages):
        try:
            text = templates[name].decode()
        except UnicodeDecodeError as error:
            line = templates[name][: error.start].count(b"\n") + 1
            yield card_template_fails(Span(f"templates/{name}", line), "it is not UTF-8; save it as UTF-8")
            continue
        if name in pages:
            for line, why in unknown_words(text, words):
                yield card_template_fails(Span(f"templates/{name}", line), why)
            yield from _of_side(f"templates/{name}", text, pages[name])


def _of_side(file: str, text: str, note_type: NoteType) -> Iterator[Diagnostic]:
    text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    open_: list[str] = []
    shown = False
    for tag in _TAG.finditer(text):
        sign, name = tag["sign"], tag["name"].strip()
        why = _why_unknown(name, sign, note_type) or _why_unpaired(name, sign, open_)
        if why:
            yield card_template_fails(Span(file, text[: tag.start()].count("\n") + 1), why)
        shown = shown or (not sign and ("cloze" in tag["filters"] if note_type.is_cloze else name in note_type.fields))
    if open_:
        yield card_template_fails(Span(file), f"`{{{{#{open_[-1]}}}}}` is never closed; write `{{{{/{open_[-1]}}}}}`")
    if not shown and (note_type.is_cloze or file.endswith(".front.html")):
        what = "{{cloze:Text}}" if note_type.is_cloze else f"{{{{{note_type.sort_field}}}}}"
        yield card_template_fails(Span(file), f"it shows no field, and Anki no card; write `{what}` where it belongs")


def _why_unknown(name: str, sign: str, note_type: NoteType) -> str | None:
    if name in note_type.fields or name in _OF_ANKI or (sign and _NUMBER.fullmatch(name)):
        return None
    known = ", ".join(f"`{field}`" for field in note_type.fields)
    return f"there is no field `{name}`; there are {known}"


def _why_unpaired(name: str, sign: str, open_: list[str]) -> str | None:
    """Keep track of sections, and tell of one that is closed where it is not the last that was opened."""
    if sign in ("#", "^"):
        open_.append(name)
    elif sign == "/":
        last = open_.pop() if open_ else None
        if last != name:
            cure = f"write `{{{{/{last}}}}}`" if last else "remove it"
            return f"`{{{{/{name}}}}}` closes what is not open here; {cure}"
    return None
