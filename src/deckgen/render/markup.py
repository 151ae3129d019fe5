"""Authored Markdown as HTML: CommonMark with tables, raw HTML off, so that hostile text stays text.

An image or a sound is shown as the output wants it, and by its words where the output has no way to.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from html import escape
from typing import Final

from deckgen.model.media import Medium, Pictured
from deckgen.render.media import on_paper
from deckgen.render.parser import markdown_parser

_WORDS: Final = r"[^\x00-\x1f\x7f\\`*_\[\]<>&|]"
_LINE: Final = rf"(?!\d+[.)])[\w\"'“‘„«](?<!_)(?:{_WORDS}*(?<!\s))?"
_PLAIN: Final = re.compile(rf"{_LINE}(?:\n{_LINE})*")
"""Words without markup, which need no parser; no line begins like a heading, a list or a rule."""

_CODE: Final = r"`([^`\s\x00-\x1f\x7f](?:[^`\x00-\x1f\x7f]*[^`\s\x00-\x1f\x7f])?)`(?!`)"
_STRESSED: Final = rf"(?<![^ \n(])(\*\*?)([^\W_](?:{_WORDS}*[^\W_]|{_WORDS}*[.:?!])?)\2(?![^ \n.,;:!?)])"
_SPAN: Final = re.compile(f"(?=[`*])(?:{_CODE}|{_STRESSED})")
"""A code span or stressed words, within a line, with nothing else in them and without space at their ends.

The look at the first character spares most places of a text both alternatives.
"""

_FENCED: Final = re.compile(r"```([a-z]*)\n((?:[^\x00-\x1f\x7f`]+\n)+)```")
"""A block of code without an empty line."""

_QUOTE, _QUOTED = '"', "&quot;"

Put = Callable[[Medium, str], str]
"""Makes HTML of a file and its words, which are escaped."""


def block_html(text: str, put: Put = on_paper) -> str:
    """Return Markdown as HTML blocks."""
    if isinstance(text, Pictured):
        return _pictured_html(str(text), tuple(text.media.items()), put)
    return _html(text)


def inline_html(text: str, put: Put = on_paper) -> str:
    """Return Markdown as HTML without the paragraph around it, where it is one paragraph; else as blocks."""
    return _without_paragraph(block_html(text, put)) if isinstance(text, Pictured) else _inline(text)


def parsed_html(text: str) -> str:
    """Return Markdown as HTML blocks, by the parser in every case."""
    return str(markdown_parser().render(text))


@lru_cache(maxsize=1 << 18)
def _html(text: str) -> str:
    return _plain_html(text) or parsed_html(text)


@lru_cache(maxsize=1 << 18)
def _inline(text: str) -> str:
    return _without_paragraph(_html(text))


def _without_paragraph(html: str) -> str:
    html = html.strip()
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return inner if html.startswith("<p>") and "</p>" not in inner else html


@lru_cache(maxsize=128)
def _pictured_html(text: str, media: tuple[tuple[str, Medium], ...], put: Put) -> str:
    return str(markdown_parser().render(text, {"media": dict(media), "put": put}))


def _plain_html(text: str) -> str:
    """Return the HTML of plain paragraphs, stress and code, most of a bank, without the parser; else nothing."""
    blocks = [_plain_block(block) for block in text.split("\n\n")]
    return "".join(blocks) if all(blocks) else ""


def _plain_block(text: str) -> str:
    if "`" not in text and "*" not in text:
        return f"<p>{text.replace(_QUOTE, _QUOTED)}</p>\n" if _PLAIN.fullmatch(text) else ""
    if fenced := _FENCED.fullmatch(text):
        language = f' class="language-{fenced[1]}"' if fenced[1] else ""
        return f"<pre><code{language}>{_escape(fenced[2])}</code></pre>\n"
    parts = _SPAN.split(text)
    return f"<p>{_spans_html(parts)}</p>\n" if _PLAIN.fullmatch("x".join(parts[::4])) else ""


def _spans_html(parts: Sequence[str]) -> str:
    """Return the HTML of a split text: words, then the code, the stars and the stressed words of a span, and so on."""
    html = [parts[0].replace(_QUOTE, _QUOTED)]
    for code, stars, stressed, words in zip(parts[1::4], parts[2::4], parts[3::4], parts[4::4], strict=True):
        html += [_span_html(code, stars, stressed), words.replace(_QUOTE, _QUOTED)]
    return "".join(html)


def _span_html(code: str | None, stars: str, stressed: str) -> str:
    if code:
        return f"<code>{_escape(code)}</code>"
    tag = "strong" if stars == "**" else "em"
    return f"<{tag}>{_escape(stressed)}</{tag}>"


def _escape(text: str) -> str:
    return escape(text, quote=False).replace(_QUOTE, _QUOTED)
