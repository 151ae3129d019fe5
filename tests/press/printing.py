"""What is printed in these tests, and who prints it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.press.crew import CannotPrint, Crew, open_crew
from deckgen.press.pages import Page
from tests.commands import REPOSITORY
from tests.lacking import lacks

FONTS = {"theme/fonts/mono.woff2": (REPOSITORY / "templates/theme/fonts/mono.woff2").read_bytes()}


@pytest.fixture(scope="session")
def press() -> None:
    """Something that prints; without Pango the test is skipped, or fails where DECKGEN_REQUIRE_PANGO is 1."""
    try:
        with open_crew(FONTS):
            pass
    except CannotPrint as why:
        lacks("PANGO", str(why))


@pytest.fixture(scope="session")
def crew(press: None) -> Iterator[Crew]:
    """Workers that print, for tests that do not end them."""
    with open_crew(FONTS) as crew:
        yield crew


def page(body: str, path: str = "print/m/page.html", style: str = "") -> Page:
    """Return a page of this text."""
    title = f"<title>A page</title><style>{style}</style>"
    html = f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{title}</head><body>{body}</body></html>'
    return Page(path, html.encode())


def silent(_: str) -> None:
    """Hear of a step and say nothing."""


def pdfs(folder: Path) -> dict[str, bytes]:
    """Return every PDF below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}
