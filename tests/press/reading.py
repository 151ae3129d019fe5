"""What stands on which page of a PDF, and what ought to: read back by programs that share no code with the press."""

import re
import subprocess
import unicodedata
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import pytest

from tests.lacking import program

BLANK: Final = "This page is left blank."
"""What stands on the sheet that fills up a form in print."""

VOID: Final = ("br", "col", "hr", "img", "input", "link", "meta", "wbr", "path", "rect", "circle", "line", "use")
WITHIN_WORDS: Final = ("a", "b", "code", "em", "i", "s", "strong", "sub", "sup", "u")
NOT_SHOWN: Final = frozenset({"head", "title", "desc", "style", "script"})
ONLY_HEARD: Final = "unseen"
"""The class of what is on the page for those who hear it; a browser does not print it."""

PADDING: Final = "padding"
"""The class of the blank sheet that a form has in reserve."""


@pytest.fixture(scope="session")
def pdftotext() -> str:
    """Poppler's reader; without it the test is skipped, or fails where DECKGEN_REQUIRE_PANGO is 1."""
    return program("PANGO", "pdftotext")


def pages_of(pdftotext: str, pdf: Path) -> list[str]:
    """Return the text of each page in the order in which it was written, without heads and feet."""
    area = ["-x", "0", "-y", "40", "-W", "9999", "-H", "752"]
    text = subprocess.run([pdftotext, "-raw", *area, str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


def letters(text: str) -> str:
    """Return a text without spaces, and without what differs only in its form, as ligatures do."""
    return re.sub(r"[\s\u00ad\u200b]", "", unicodedata.normalize("NFKC", text))


def words(text: str) -> Counter[str]:
    """Return how often each word stands in a text."""
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text)))


class _Pieces(HTMLParser):
    """Collects the text of a page in pieces, each of which is a line or a paragraph; and those of some elements."""

    def __init__(self, kind: str = "", left_out: str = "") -> None:
        super().__init__()
        self.kind, self.left_out = kind, left_out
        self.open: list[tuple[str, list[str]]] = []
        self.pieces = [""]
        self.owned: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in WITHIN_WORDS:
            self._cut()
        if tag not in VOID:
            self.open.append((tag, (dict(attrs).get("class") or "").split()))
            if self.kind in self.open[-1][1]:
                self.owned.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag not in WITHIN_WORDS:
            self._cut()
        if tag not in VOID:
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        tags, kinds = {tag for tag, _ in self.open}, [kind for _, kinds in self.open for kind in kinds]
        if not NOT_SHOWN & tags and self.left_out not in kinds:
            self.pieces[-1] += data

    def _cut(self) -> None:
        if self.pieces[-1].strip():
            if any(self.kind in kinds for _, kinds in self.open):
                self.owned[-1].append(self.pieces[-1])
            self.pieces.append("")


def shown(html: str) -> str:
    """Return the text of a page, with what is only heard and without its blank sheet."""
    reader = _Pieces(left_out=PADDING)
    reader.feed(html)
    return "\n".join(reader.pieces)


def pieces(html: str, kind: str) -> list[list[str]]:
    """Return, for each element of a class, what is seen of its text, in pieces."""
    reader = _Pieces(kind, ONLY_HEARD)
    reader.feed(html)
    return [[letters(piece) for piece in one] for one in reader.owned]


def places(pages: list[str], wanted: list[list[str]]) -> list[int]:
    """Return for each element the page that has all its pieces, or 0 where none has."""
    texts = [letters(page) for page in pages]
    return [next((n for n, text in enumerate(texts, 1) if all(one in text for one in each)), 0) for each in wanted]
