"""Authored Markdown as HTML: CommonMark with tables, raw HTML off, so that hostile text stays text."""

import re
from functools import cache
from html import escape
from typing import Final

from markdown_it import MarkdownIt

_PLAIN_LINE: Final = r"[A-Za-z][A-Za-z0-9 ,;:()'\"?/%.–—’“”…-]*[A-Za-z0-9,;:()'\"?/%.–—’“”…]"
_PLAIN: Final = re.compile(rf"{_PLAIN_LINE}(?:\n{_PLAIN_LINE})*")
"""Words without markup: these need no parser, which is most of a bank and most of the time."""


def block_html(text: str) -> str:
    """Return Markdown as HTML blocks."""
    if _PLAIN.fullmatch(text):
        return f"<p>{_escape(text)}</p>\n"
    return str(_parser().render(text))


def inline_html(text: str) -> str:
    """Return Markdown as HTML without the paragraph around it, where it is one paragraph; else as blocks."""
    html = block_html(text).strip()
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return inner if html.startswith("<p>") and "<p>" not in inner and "<" + "/p>" not in inner else html


def _escape(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    return parser
