"""Five forms of forty questions of the shipped bank: in both engines no question goes over a page."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from deckgen.press.crew import Crew
from deckgen.press.pages import Page
from tests.commands import KCNA, run
from tests.press.papers import Paper, save
from tests.press.printing import crew, press, silent
from tests.press.reading import BLANK, pages_of, pdftotext, pieces, places
from tests.press.test_paper import print_in

__all__ = ["crew", "pdftotext", "press"]
pytestmark = pytest.mark.usefixtures("press")

EXAM = """
exams:
  - id: five
    title: Five forms
    forms: 5
    blueprint:
      - count: 40
"""


@pytest.fixture(scope="module")
def forms(crew: Crew, tmp_path_factory: pytest.TempPathFactory) -> list[Paper]:
    top = tmp_path_factory.mktemp("five")
    bank = shutil.copytree(KCNA, top / "questions")
    (bank / "exams.yaml").write_text(EXAM, encoding="utf-8")
    for file in bank.glob("ai-ml/*.yaml"):  # with its enemies the bank has no more than 36 for a form
        file.write_text(re.sub(r"\n( +)enemies:.*(?:\n\1 +.*)*", "", file.read_text("utf-8")), encoding="utf-8")
    result = run("build", bank, "--out", top / "build", "--to", "exam-html")
    assert result.exit_code == 0, result.output
    pages = [Page(path.name, path.read_bytes()) for path in sorted((top / "build").rglob("form-?.html"))]
    return [
        Paper(one.path, one.html.decode(), made) for one, made in zip(pages, crew.print(pages, silent), strict=True)
    ]


def test_each_of_five_times_forty_questions_stands_on_one_page_and_the_same_in_a_browser(
    forms: list[Paper], pdftotext: str, chromium: Browser, tmp_path: Path
) -> None:
    assert [one.path for one in forms] == [f"form-{name}.html" for name in "ABCDE"]
    for form in forms:
        questions = pieces(form.html, "question")
        ours = [page for page in pages_of(pdftotext, save(form, tmp_path)) if page.strip() != BLANK]
        browsers = pages_of(pdftotext, print_in(chromium, form, tmp_path))

        assert len(questions) == 40
        assert list(map(lines, ours)) == list(map(lines, browsers))
        assert 0 not in places(ours, questions)
        assert places(ours, questions) == places(browsers, questions)
        assert len(ours) == len(browsers)


def lines(page: str) -> list[str]:
    """Return the lines of a page without the word that is only heard, which a browser leaves out."""
    return [line for line in page.splitlines() if line.strip() not in ("", "Question")]
