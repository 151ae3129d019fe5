"""Code that knows how wide it is, so that the style sheet can set it as small as its column asks.

On a screen it scrolls instead, so it can be reached by the keyboard.
"""

import re
from functools import lru_cache
from html import unescape
from typing import Final

from deckgen.render.markup import block_html, inline_html
from deckgen.render.widths import widest_line

_CODE: Final = re.compile(r"<pre>(<code[^>]*>)(.*?)(?=</code></pre>)", re.DOTALL)
_FENCE: Final = re.compile(r"^ {0,3}(```+|~~~+).*?(?:^ {0,3}\1|\Z)", re.DOTALL | re.MULTILINE)
_DRAWN: Final = re.compile("[\u2500-\u259f]")


def fitted_block(text: str) -> str:
    """Return Markdown as HTML blocks; each block of code says how many columns it has."""
    return _fitted(block_html(text))


def fitted_inline(text: str) -> str:
    """Return Markdown as HTML without the paragraph around it, its code as wide as it says."""
    return _fitted(inline_html(text))


def code_lines(text: str) -> tuple[str, ...]:
    """Return the lines of all blocks of code in Markdown."""
    return tuple(line for code in _CODE.finditer(block_html(text)) for line in unescape(code[2]).splitlines())


def without_code_blocks(text: str) -> str:
    """Return Markdown without its fenced blocks of code."""
    return _FENCE.sub("", text)


def _fitted(html: str) -> str:
    return _with_all_columns(html) if "<pre>" in html else html


@lru_cache(maxsize=1 << 12)
def _with_all_columns(html: str) -> str:
    return _CODE.sub(_with_columns, html)


def _with_columns(code: re.Match[str]) -> str:
    drawn = ' class="drawn"' if _DRAWN.search(code[2]) else ""
    return f'<pre{drawn} tabindex="0" style="--columns: {widest_line(unescape(code[2]))}">{code[1]}{code[2]}'
