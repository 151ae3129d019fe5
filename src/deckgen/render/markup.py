"""Authored Markdown as HTML: CommonMark with tables, raw HTML off, so that hostile text stays text.

Of an image the words are shown, since no output carries images yet. Only web and mail addresses become links.
"""

import re
from functools import cache, lru_cache
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt

_WORDS: Final = r"[^\x00-\x1f\x7f\\`*_\[\]<>&|]"
_LINE: Final = rf"(?!\d+[.)])[\w\"'“‘„«](?<!_)(?:{_WORDS}*(?<!\s))?"
_PLAIN: Final = re.compile(rf"{_LINE}(?:\n{_LINE})*")
"""Words without markup, which need no parser; no line begins like a heading, a list or a rule."""

_CODE: Final = r"`([^`\s\x00-\x1f\x7f](?:[^`\x00-\x1f\x7f]*[^`\s\x00-\x1f\x7f])?)`(?!`)"
_STRESSED: Final = rf"(?<![^ \n(])(\*\*?)([^\W_](?:{_WORDS}*[^\W_]|{_WORDS}*[.:?!])?)\2(?![^ \n.,;:!?)])"
_SPAN: Final = re.compile(f"{_CODE}|{_STRESSED}")
"""A code span or stressed words, within a line, with nothing else in them and without space at their ends."""

_FENCED: Final = re.compile(r"```([a-z]*)\n((?:[^\x00-\x1f\x7f`]+\n)+)```")
"""A block of code without an empty line."""

_ADDRESS: Final = re.compile(r"https?://|mailto:", re.IGNORECASE)


_QUOTE, _QUOTED = '"', "&quot;"


@lru_cache(maxsize=1 << 18)
def block_html(text: str) -> str:
    """Return Markdown as HTML blocks."""
    return _plain_html(text) or parsed_html(text)


def inline_html(text: str) -> str:
    """Return Markdown as HTML without the paragraph around it, where it is one paragraph; else as blocks."""
    html = block_html(text).strip()
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return inner if html.startswith("<p>") and "</p>" not in inner else html


def parsed_html(text: str) -> str:
    """Return Markdown as HTML blocks, by the parser in every case."""
    return str(_parser().render(text))


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
    return f"<p>{_spans_html(text)}</p>\n" if _PLAIN.fullmatch(_SPAN.sub("x", text)) else ""


def _spans_html(text: str) -> str:
    html, end = [], 0
    for span in _SPAN.finditer(text):
        html += [text[end : span.start()].replace(_QUOTE, _QUOTED), _span_html(span)]
        end = span.end()
    return "".join(html) + text[end:].replace(_QUOTE, _QUOTED)


def _span_html(span: re.Match[str]) -> str:
    code, stars, words = span.groups()
    if code:
        return f"<code>{_escape(code)}</code>"
    tag = "strong" if stars == "**" else "em"
    return f"<{tag}>{_escape(words)}</{tag}>"


def _escape(text: str) -> str:
    return escape(text, quote=False).replace(_QUOTE, _QUOTED)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.validateLink = _is_address  # type: ignore[method-assign]  # markdown-it's own way to say so
    parser.add_render_rule("image", _image_words)
    return parser


def _is_address(url: str) -> bool:
    return _ADDRESS.match(url) is not None


def _image_words(renderer: Any, tokens: Any, place: int, options: Any, env: Any) -> str:
    return _escape(renderer.renderInlineAsText(tokens[place].children or [], options, env))
