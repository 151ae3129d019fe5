"""The torture bank on paper: each question on one page, every word once, the same from a browser, PDF/UA."""

import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from deckgen.press.crew import Crew
from deckgen.press.pages import Page
from tests.press.papers import Paper, save
from tests.press.pdfua import faults
from tests.press.printing import crew, press, silent
from tests.press.reading import BLANK, pages_of, pdftotext, pieces, places, shown, words
from tests.press.test_paper import print_in
from tests.torture.authored import build

__all__ = ["crew", "pdftotext", "press"]
pytestmark = pytest.mark.usefixtures("press")

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TOO_TALL = {"exams/edges/form-A.large.html": {"Whichletterofthealphabetisthelast?", "Howmanynumberedlinesarebelow?"}}
"""What no page of this size can hold."""

PRINTED = {
    "exams/edges/form-A.html": "question",
    "exams/edges/form-A.large.html": "question",
    "exams/edges/form-A.solutions.html": "answer",
    "print/edges/practice-exam.html": "question",
    "print/edges/study-guide.html": "table",
}


@pytest.fixture(scope="module")
def papers(crew: Crew, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    pages = build(tmp_path_factory.mktemp("torture"), "--large-print").pages()
    asked = [Page(path, pages[path].encode()) for path in PRINTED]
    made = crew.print(asked, silent)
    return {page.path: Paper(page.path, pages[page.path], one) for page, one in zip(asked, made, strict=True)}


@pytest.mark.parametrize("path", PRINTED)
def test_what_belongs_together_stands_on_one_page(
    papers: dict[str, Paper], pdftotext: str, path: str, tmp_path: Path
) -> None:
    wanted = pieces(papers[path].html, PRINTED[path])

    found = places(pages_of(pdftotext, save(papers[path], tmp_path)), wanted)

    assert wanted
    broken = {wanted[place][1] for place, page in enumerate(found) if page == 0}
    assert broken <= TOO_TALL.get(path, set())
    assert [page for page in found if page] == sorted(page for page in found if page)


@pytest.mark.parametrize("path", PRINTED)
def test_every_word_of_a_page_stands_once_in_its_pdf(
    papers: dict[str, Paper], pdftotext: str, path: str, tmp_path: Path
) -> None:
    text = "\n".join(pages_of(pdftotext, save(papers[path], tmp_path))).replace(BLANK, "")

    assert _comparable(text) == _comparable(shown(papers[path].html))


@pytest.mark.parametrize("path", sorted(PRINTED.keys() - TOO_TALL.keys()))
def test_a_browser_prints_the_same_pages(
    papers: dict[str, Paper], pdftotext: str, chromium: Browser, path: str, tmp_path: Path
) -> None:
    ours = pages_of(pdftotext, save(papers[path], tmp_path))
    browsers = pages_of(pdftotext, print_in(chromium, papers[path], tmp_path))
    wanted = pieces(papers[path].html, PRINTED[path])

    assert len([one for one in ours if one.strip() != BLANK]) == len(browsers)
    assert places(ours, wanted) == places(browsers, wanted)


def _comparable(text: str) -> Counter[str]:
    """Return the words, but for numbers of lists, which HTML does not hold, and the one word that no line holds."""
    whole = "".join(re.findall(r"\S+", LONG_WORD))
    text = re.sub(r"\s*".join(whole), " ", text, flags=re.IGNORECASE)
    return Counter({word: count for word, count in words(text).items() if not word.isdigit()})


def test_pdf_readers_are_told_what_is_what(papers: dict[str, Paper]) -> None:
    assert [f"{one.path} {fault}" for one in papers.values() for fault in faults(one.printed.pdf)] == []
