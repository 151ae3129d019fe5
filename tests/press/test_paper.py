"""Paper holds together: each question on one page, every word once, and the same pages from a browser."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from tests.press.papers import Paper, save
from tests.press.reading import BLANK, pages_of, pieces, places, shown, words
from tests.writers.paged import in_chromium

pytestmark = pytest.mark.usefixtures("press")

QUESTIONS: Final = ("exams/kcna-mock/form-A.html", "print/ai-ml/practice-exam.html")
ANSWERS: Final = ("exams/kcna-mock/form-A.solutions.html", "exams/kcna-mock/keys.html")


@pytest.mark.parametrize("path", QUESTIONS)
def test_every_question_stands_on_one_page(papers: dict[str, Paper], pdftotext: str, path: str, tmp_path: Path) -> None:
    questions = pieces(papers[path].html, "question")

    found = places(pages_of(pdftotext, save(papers[path], tmp_path)), questions)

    assert len(questions) >= 20
    assert 0 not in found
    assert found == sorted(found)


@pytest.mark.parametrize("path", [*QUESTIONS, *ANSWERS])
def test_every_word_of_a_page_stands_once_in_its_pdf(
    papers: dict[str, Paper], pdftotext: str, path: str, tmp_path: Path
) -> None:
    text = "\n".join(pages_of(pdftotext, save(papers[path], tmp_path))).replace(BLANK, "")

    assert words(text) == words(shown(papers[path].html))


@pytest.mark.parametrize("path", [*QUESTIONS, *ANSWERS])
def test_a_browser_prints_the_same_pages(
    papers: dict[str, Paper], pdftotext: str, chromium: Browser, path: str, tmp_path: Path
) -> None:
    ours = pages_of(pdftotext, save(papers[path], tmp_path))
    browsers = pages_of(pdftotext, print_in(chromium, papers[path], tmp_path))

    assert len([one for one in ours if one.strip() != BLANK]) == len(browsers)
    questions = pieces(papers[path].html, "question")
    assert places(ours, questions) == places(browsers, questions)


def print_in(chromium: Browser, paper: Paper, folder: Path) -> Path:
    """Print a page as a person does who opens it; return the PDF."""
    file = folder / "browser.pdf"
    file.write_bytes(in_chromium(chromium)(paper.html))
    return file
