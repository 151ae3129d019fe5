"""What authors mean as an image and Markdown takes for text, so that a card would show the brackets."""

import re
from dataclasses import dataclass
from typing import Final

from deckgen.render.parser import markdown_parser

_FILE: Final = r"[^<>()\[\]|\"'\n]*?\.(?:png|jpe?g|gif|webp|svg|mp3|m4a|ogg|wav)\b"
_LOOKALIKE: Final = re.compile(
    rf"!\[(?P<words>[^\]\n]*)\]\((?P<path>{_FILE})\s*[^()\n]*\)"
    rf"|!\[\[(?P<wiki>{_FILE})[^\]\n]*\]\]"
    rf"|<img\s[^>\n]*?src\s*=\s*[\"']?(?P<html>{_FILE})[^>\n]*>?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Lookalike:
    """What stands in a text, and how Markdown has it."""

    written: str
    meant: str


def lookalikes(text: str) -> tuple[Lookalike, ...]:
    """Return what looks like an image and is none; code, and an image whose `!` is escaped, are meant as text."""
    if "![" not in text and "<img" not in text.lower():
        return ()
    inlines = (token.children or [] for token in markdown_parser().parse(text))
    shown = ("".join(one.content if one.type == "text" else "`" for one in tokens) for tokens in inlines)
    looking = (found for line in shown for found in _LOOKALIKE.finditer(line))
    return tuple(_lookalike(found) for found in looking if f"\\{found[0]}" not in text)


def _lookalike(found: re.Match[str]) -> Lookalike:
    path = (found["path"] or found["wiki"] or found["html"]).strip()
    address = f"<{path}>" if re.search(r"\s", path) else path
    return Lookalike(found[0], f"![{found['words'] or 'words'}]({address})")
