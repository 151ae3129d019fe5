"""The PDFs keep what a machine can check of PDF/UA-1, and embed fonts of the bundle only."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Final

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from deckgen.press.crew import Crew
from tests.commands import REPOSITORY
from tests.press.papers import Paper
from tests.press.pdfua import faults, fonts
from tests.press.printing import page, silent

pytestmark = pytest.mark.usefixtures("press")

HARMLESS: Final = r"""(?x)
    ^Ignored.`(text-size-adjust|print-color-adjust|text-wrap|overflow-x|all|unicode-bidi):  # for browsers
    | ^(Expected.a.media.type|Invalid.media.type).*\bscreen\b  # rules for the screen
"""
"""What WeasyPrint says of a style sheet that is also for browsers."""

GOOD: Final = """
<h1>A title</h1><p>Text and <a href="https://example.org">a link</a>.</p><h2>Lists</h2><ul><li>one</li><li>two</li></ul>
<ol><li><p>one</p><p>more</p><ul><li>inner</li></ul></li></ol><dl><div><dt>name</dt><dd>value</dd></div></dl>
<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
<p><svg width="9" height="9" viewBox="0 0 9 9"><title>A square</title><path d="M0 0h9v9z"/></svg></p>
"""
STYLE: Final = (
    "@page { @top-left { content: 'head' } @bottom-right { content: counter(page) } } td { border: 1px solid }"
)


def test_the_pdfs_of_the_shipped_bank_have_no_fault(papers: dict[str, Paper]) -> None:
    assert [f"{one.path} {fault}" for one in papers.values() for fault in faults(one.printed.pdf)] == []


def test_a_page_with_everything_has_no_fault(crew: Crew) -> None:
    (printed,) = crew.print([page(GOOD, style=STYLE)], silent)

    assert faults(printed.pdf) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (GOOD.replace("<title>A square</title>", ""), "13-004: Figure without a text that says what it shows"),
        (GOOD.replace("h2>", "h3>"), "14-003: H3 follows H1"),
        (GOOD.replace("<tr>", "<tr style='display: block'>"), "09-004: TR within TR"),
        ("<p>No heading</p>", "28-000: no bookmarks"),
    ],
)
def test_a_page_that_is_not_accessible_has_a_fault(crew: Crew, body: str, fault: str) -> None:
    (printed,) = crew.print([page(body, style=STYLE)], silent)

    assert fault in faults(printed.pdf)


def test_language_title_and_bookmarks_are_those_of_the_page(papers: dict[str, Paper]) -> None:
    paper = papers["print/ai-ml/study-guide.html"]
    with pikepdf.open(BytesIO(paper.printed.pdf)) as pdf, pdf.open_outline() as outline:
        assert str(pdf.Root.Lang) == "en"
        assert str(pdf.docinfo.Title) == re.findall("<title>(.*?)</title>", paper.html)[0]
        assert "/CreationDate" not in pdf.docinfo
        assert len(outline.root) == 1
        assert len(outline.root[0].children) == len(re.findall("<h2", paper.html))


def test_the_words_of_a_diagram_stand_for_what_is_drawn(papers: dict[str, Paper]) -> None:
    paper = papers["print/ai-ml/study-guide.html"]
    words = [unescape(one) for one in re.findall(r'<div [^>]*role="img" aria-label="([^"]*)"', paper.html)]

    with pikepdf.open(BytesIO(paper.printed.pdf)) as pdf:
        figures = [one for one in elements(pdf.Root.StructTreeRoot) if one.get("/S") == "/Figure"]
        assert [str(one.Alt) for one in figures] == words
        assert all([kid.S for kid in one.K if isinstance(kid, pikepdf.Dictionary)] == ["/NonStruct"] for one in figures)


def elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield all elements below one, in reading order."""
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary):
            yield kid
            yield from elements(kid)


def test_every_font_is_of_the_bundle(papers: dict[str, Paper]) -> None:
    known = {outlines(path) for path in (REPOSITORY / "templates/theme/fonts").glob("*.woff2")}
    embedded: dict[str, tuple[int, ...]] = {}
    for paper in papers.values():
        with pikepdf.open(BytesIO(paper.printed.pdf)) as pdf:
            for font in fonts(pdf):
                described = font.DescendantFonts[0].FontDescriptor
                file = described.get("/FontFile2", described.get("/FontFile3"))
                embedded[str(font.BaseFont)] = outlines(BytesIO(file.read_bytes()))

    assert embedded
    assert set(embedded.values()) <= known


def test_what_weasyprint_remarks_is_known(papers: dict[str, Paper]) -> None:
    said = {remark for paper in papers.values() for remark in paper.printed.remarks}

    assert [one for one in sorted(said) if not re.search(HARMLESS, one)] == []


def outlines(file: Path | BytesIO) -> tuple[int, ...]:
    """Return what stays of a font when glyphs are taken away, and differs from font to font."""
    font = TTFont(file)
    head, lines = font["head"], font["hhea"]
    return head.unitsPerEm, head.fontRevision, head.macStyle, head.created, lines.ascent, lines.descent
