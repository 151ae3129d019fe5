"""Facts with deletions, `{{c1::text::hint}}`, as an Anki field and as plain HTML.

The delimiters go through Markdown as noncharacters, which the reader refuses in authored text. Each stands between
two colons, since Markdown asks of emphasis whether punctuation is beside it, as braces would be.
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.model.media import pictured
from deckgen.render.anki_field import anki_field
from deckgen.render.markup import Put, block_html
from deckgen.render.media import on_card, on_paper

_OPEN: Final = "\ufdd0"
_HINT: Final = "\ufdd1"
_CLOSE: Final = "\ufdd2"
_DELIMITER: Final = re.compile(r"\{\{c(\d+)::|::|\}\}")
_MARK: Final = re.compile(f":{_OPEN}(\\d+):|:({_HINT}|{_CLOSE}):")
_TAG: Final = re.compile(r"<[^>]*>")
_MARK_IN_ADDRESS: Final = re.compile(r":(?:%EF%B7%90\d+|%EF%B7%9[12]):")
_DELETION: Final = re.compile(r"\{\{c(\d+)::")
_LARGEST: Final = 499
"""Anki makes no card of a larger number."""

_Edit = tuple[int, int, str]
"""A start, an end and what takes the place of the text between; an empty mark is that of no deletion."""


def cloze_field(text: str) -> str:
    """Return a fact as an Anki field: its deletions are Anki's, all other braces plain text."""
    field = anki_field(_marked_html(text, on_card))
    parts: list[str] = []
    position = 0
    for mark in _MARK.finditer(field):
        parts += [_without_delimiters(field[position : mark.start()]), _in_anki(mark)]
        position = mark.end()
    return "".join([*parts, _without_delimiters(field[position:])])


def cloze_numbers(text: str) -> tuple[int, ...]:
    """Return the distinct numbers of a fact's deletions, in order."""
    return field_numbers(cloze_field(text))


def field_numbers(field: str) -> tuple[int, ...]:
    """Return the distinct numbers of the deletions in a field made by `cloze_field`."""
    return tuple(sorted({int(number) for number in _DELETION.findall(field)}))


def plain_text_html(text: str) -> str:
    """Return a fact as HTML for print: its deletions are shown, and marked by `<b class="cloze">`."""
    return "".join(_shown(_marked_html(text, on_paper)))


def _without_delimiters(part: str) -> str:
    """Return text between two marks in which Anki sees no `::`, not even one that begins or ends in a mark."""
    return re.sub(r"::|^:|:$", lambda colons: "&#58;" * len(colons[0]), part)


def _in_anki(mark: re.Match[str]) -> str:
    if mark[1]:
        return f"{{{{c{mark[1]}::"
    return "::" if mark[2] == _HINT else "}}"


def _shown(html: str) -> Iterator[str]:
    """Yield the parts of print; each run of text gets its own `<b>`, so that it never crosses another tag."""
    hinting: list[bool] = []
    for part in re.split(f"({_TAG.pattern}|{_MARK.pattern.replace('(', '(?:')})", html):
        mark = _MARK.fullmatch(part)
        if mark is None:
            is_bare = _is_markup(part) or not part.strip() or not hinting
            yield part if is_bare else "" if any(hinting) else f'<b class="cloze">{part}</b>'
        elif mark[1]:
            hinting.append(False)
        elif mark[2] == _HINT and hinting:
            hinting[-1] = True
        elif hinting:
            hinting.pop()


def _is_markup(part: str) -> bool:
    return part.startswith("<") and not part.startswith("<img ")


def _marked_html(text: str, put: Put) -> str:
    """Render Markdown with marks for delimiters; marks within a tag hide nothing and are dropped."""
    html = block_html(pictured(_marked(text), text), put)
    html = _TAG.sub(lambda tag: _MARK_IN_ADDRESS.sub("", _MARK.sub("", tag[0])), html)
    if html.count(_OPEN) == html.count(_CLOSE):
        return html
    return block_html(text, put)  # a deletion that ends within a link's address is none


def _marked(text: str) -> str:
    """Put marks for the delimiters of complete deletions; as in Anki, the first `::` begins the hint."""
    edits: list[_Edit] = []
    open_: list[list[_Edit]] = []
    for found in _DELIMITER.finditer(text):
        if found[1]:
            open_.append([_opening(found)])
        elif not open_:
            continue
        elif found[0] == "::":
            if len(open_[-1]) == 1:
                open_[-1].append((*found.span(), f":{_HINT}:"))
        else:
            deletion = [*open_.pop(), (*found.span(), f":{_CLOSE}:")]
            edits += deletion if deletion[0][2] else []
    return _edited(text, sorted(edits))


def _opening(found: re.Match[str]) -> _Edit:
    number = int(found[1][:4])
    return (*found.span(), f":{_OPEN}{number}:" if 1 <= number <= _LARGEST else "")


def _edited(text: str, edits: list[_Edit]) -> str:
    parts, position = [], 0
    for start, end, mark in edits:
        parts += [text[position:start], mark]
        position = end
    return "".join(parts) + text[position:]
