"""Pages on paper, by either engine, and what stands on them."""

import re
import shutil
import subprocess

import pytest
import weasyprint
from playwright.sync_api import Browser


def by_chromium(html: str, chromium: Browser) -> bytes:
    """Print a page as a browser does."""
    with chromium.new_page() as page:
        page.set_content(html)
        return page.pdf(prefer_css_page_size=True)


def by_weasyprint(html: str, variant: str | None = None) -> bytes:
    """Print a page by the engine that knows its pages' numbers, perhaps as `pdf/ua-1`."""
    data: bytes = weasyprint.HTML(string=html).write_pdf(pdf_variant=variant)
    return data


def lines_of_pages(data: bytes) -> list[list[str]]:
    """Return the lines of text on each page of a PDF, from the top, without the running foot."""
    pages = _poppler(["pdftotext", "-layout", "-", "-"], data).removesuffix("\f").split("\f")
    return [[line.strip() for line in page.splitlines() if line.strip()][:-1] for page in pages]


def right_edge(data: bytes, word: str) -> float:
    """Return how far from the left a word ends, as a share of the page's width."""
    boxes = _poppler(["pdftotext", "-bbox", "-", "-"], data)
    width = re.search(r'<page width="([\d.]+)"', boxes)
    place = re.search(rf'xMax="([\d.]+)"[^>]*>[^<]*{word}</word>', boxes)
    assert width is not None
    assert place is not None, word
    return float(place[1]) / float(width[1])


def _poppler(command: list[str], data: bytes) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"no {command[0]} on the path")
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
