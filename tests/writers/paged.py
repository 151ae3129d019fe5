"""Pages on paper, by both engines, and the text of each sheet as poppler reads it."""

import re
import shutil
import subprocess
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser
from weasyprint import HTML

Printer = Callable[[str], bytes]
"""From the HTML of a page to a PDF."""


def in_weasyprint(html: str) -> bytes:
    """Return a page as WeasyPrint prints it."""
    data: bytes = HTML(string=html).write_pdf()
    return data


def in_chromium(chromium: Browser) -> Printer:
    """Return what prints a page as Chromium does."""

    def printed(html: str) -> bytes:
        with chromium.new_page() as page:
            page.set_content(html)
            return page.pdf(prefer_css_page_size=True)

    return printed


def words_of_sheets(data: bytes) -> list[str]:
    """Return the words of each sheet of a PDF, by poppler's `pdftotext`."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext on the path")
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return [" ".join(one.split()) for one in done.stdout.decode().removesuffix("\f").split("\f")]


def boxes(data: bytes) -> list[tuple[str, float, float]]:
    """Return the words of a PDF, each with its right edge and its height in points."""
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext on the path")
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=data, capture_output=True, check=True)
    number = '="([\\d.]+)"'
    found = re.findall(rf"<word xMin{number} yMin{number} xMax{number} yMax{number}>(.*?)<", done.stdout.decode())
    return [(word, float(right), float(bottom) - float(top)) for _, top, right, bottom, word in found]


def corner(data: bytes) -> bytes:
    """Return the colour in the corner of the first sheet of a PDF, by poppler's `pdftoppm`."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("no pdftoppm on the path")
    done = subprocess.run(["pdftoppm", "-r", "10", "-l", "1", "-"], input=data, capture_output=True, check=True)
    return done.stdout.split(b"\n", 3)[3][:3]
