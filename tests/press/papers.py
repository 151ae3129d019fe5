"""Pages of the shipped bank, printed: one of each kind."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from deckgen.press.crew import open_crew
from deckgen.press.pages import Page, Printed
from tests.commands import KCNA, run
from tests.press.printing import FONTS, silent

LEFT_OUT: Final = ("form-B", "practice-exam.key")
"""Pages like others that are printed; to print them takes time and tells nothing."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A page, where it is, and what was printed of it."""

    path: str
    html: str
    printed: Printed


@pytest.fixture(scope="session")
def papers(press: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Paper]:
    """The pages by their paths."""
    top = tmp_path_factory.mktemp("papers")
    bank = shutil.copytree(KCNA, top / "questions")
    assert run("build", bank, "--out", top / "build", "--exam", "kcna-mock").exit_code == 0
    pages = [
        Page(path.relative_to(top / "build").as_posix(), path.read_bytes())
        for path in sorted((top / "build").rglob("*.html"))
        if not path.name.startswith(LEFT_OUT)
    ]
    assert len(pages) > 4
    with open_crew(FONTS) as crew:
        printed = crew.print(pages, silent)
    return {page.path: Paper(page.path, page.html.decode(), one) for page, one in zip(pages, printed, strict=True)}


def save(paper: Paper, folder: Path) -> Path:
    """Write the PDF of a paper into a folder."""
    file = folder / Path(paper.path).with_suffix(".pdf").name
    file.write_bytes(paper.printed.pdf)
    return file
