"""The Markdown parser: CommonMark with tables, raw HTML off; only web and mail addresses become links.

An image is shown by who asks for it: `env` has the files by address as `media`, and in `put` what makes HTML of one.
Of a file that is not known the words are shown.
"""

import re
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any, Final

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image

_ADDRESS: Final = re.compile(r"https?://|mailto:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """What an author wrote of an image or a sound: its address as Markdown reads it, its words, and its title."""

    address: str
    words: str
    title: str


def references(text: str) -> tuple[Reference, ...]:
    """Return the images and sounds that a text names; a text without `![` is not parsed."""
    if "![" not in text:
        return ()
    inlines = (token.children or [] for token in markdown_parser().parse(text))
    return tuple(_reference(token) for tokens in inlines for token in tokens if token.type == "image")


@cache
def markdown_parser() -> MarkdownIt:
    """Return the parser; there is one."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    parser.validateLink = _is_address  # type: ignore[method-assign]  # markdown-it's own way to say so
    parser.inline.ruler.at("image", _image)
    parser.add_render_rule("image", _image_html)
    return parser


def _is_address(url: str) -> bool:
    return _ADDRESS.match(url) is not None


def _image(state: StateInline, silent: bool) -> bool:
    """Parse an image, whose address may be any path, by markdown-it's own rule."""
    before = state.md.validateLink  # that of an image around this one, whose words are looked through first
    state.md.validateLink = _is_anything  # type: ignore[method-assign]
    try:
        return image(state, silent)
    finally:
        state.md.validateLink = before  # type: ignore[method-assign]


def _is_anything(url: str) -> bool:
    return True


def _image_html(renderer: Any, tokens: Any, place: int, options: Any, env: Any) -> str:
    text = renderer.renderInlineAsText(tokens[place].children or [], options, env)
    words = escape(" ".join(text.split()), quote=False).replace('"', "&quot;")
    medium = env.get("media", {}).get(tokens[place].attrs["src"])
    return words if medium is None else str(env["put"](medium, words))


def _reference(token: Any) -> Reference:
    parser: Any = markdown_parser()
    words = parser.renderer.renderInlineAsText(token.children or [], parser.options, {})
    return Reference(token.attrs["src"], " ".join(words.split()), token.attrs.get("title", ""))
