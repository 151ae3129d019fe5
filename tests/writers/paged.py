"""Pages on paper, by both engines, and what stands on each sheet as poppler reads it."""

import re
import subprocess
from collections.abc import Callable

from playwright.sync_api import Browser

from tests.lacking import lacks, program

Printer = Callable[[str], bytes]
"""From the HTML of a page to a PDF."""


def in_weasyprint(html: str, variant: str | None = None) -> bytes:
    """Return a page as WeasyPrint prints it, perhaps as `pdf/ua-1`."""
    try:
        from weasyprint import HTML
    except OSError as why:
        lacks("PANGO", str(why))
    data: bytes = HTML(string=html).write_pdf(pdf_variant=variant)
    return data


def in_chromium(chromium: Browser) -> Printer:
    """Return what prints a page as Chromium does."""

    def printed(html: str) -> bytes:
        with chromium.new_page() as page:
            page.set_content(html)
            page.evaluate("document.fonts.ready")
            return page.pdf(prefer_css_page_size=True)

    return printed


def words_of_sheets(data: bytes) -> list[str]:
    """Return the words of each sheet of a PDF."""
    return [" ".join(one.split()) for one in _sheets("pdftotext", "-", "-", data=data)]


def lines_of_sheets(data: bytes) -> list[list[str]]:
    """Return the lines of text on each sheet of a PDF, from the top, without the running foot."""
    sheets = _sheets("pdftotext", "-layout", "-", "-", data=data)
    return [[line.strip() for line in one.splitlines() if line.strip()][:-1] for one in sheets]


def boxes(data: bytes) -> list[tuple[str, float, float]]:
    """Return the words of a PDF, each with its right edge and its height in points."""
    number = '="([\\d.]+)"'
    found = re.findall(rf"<word xMin{number} yMin{number} xMax{number} yMax{number}>(.*?)<", _boxes(data))
    return [(word, float(right), float(bottom) - float(top)) for _, top, right, bottom, word in found]


def right_edge(data: bytes, word: str) -> float:
    """Return how far from the left a word ends, as a share of the page's width."""
    width = re.search(r'<page width="([\d.]+)"', _boxes(data))
    assert width is not None
    (edge,) = [right for text, right, _ in boxes(data) if text.endswith(word)]
    return edge / float(width[1])


def corner(data: bytes) -> bytes:
    """Return the colour in the corner of the first sheet of a PDF."""
    return _poppler("pdftoppm", "-r", "10", "-l", "1", "-", data=data).split(b"\n", 3)[3][:3]


def _sheets(*command: str, data: bytes) -> list[str]:
    return _poppler(*command, data=data).decode().removesuffix("\f").split("\f")


def _boxes(data: bytes) -> str:
    return _poppler("pdftotext", "-bbox", "-", "-", data=data).decode()


def _poppler(name: str, *options: str, data: bytes) -> bytes:
    """Let one of poppler's programs read a PDF; return what it writes."""
    command = [program("PANGO", name), *options]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout
