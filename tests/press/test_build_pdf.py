"""`deckgen build --pdf`: a PDF beside every page, made only when it has to be, and never older than its page."""

import json
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.commands import new_bank, run, tree
from tests.press.printing import pdfs

pytestmark = pytest.mark.usefixtures("press")

FORM = "exams/mock/form-A.pdf"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank, and what a build with PDF has written."""
    top = tmp_path_factory.mktemp("built")
    result = run("build", new_bank(top / "bank"), "--out", top / "out", "--pdf")
    assert (result.exit_code, result.stderr) == (0, "")
    return top


@pytest.fixture
def bank(built: Path, tmp_path: Path) -> Path:
    """The bank, to be changed."""
    return shutil.copytree(built / "bank", tmp_path / "bank")


@pytest.fixture
def out(built: Path, tmp_path: Path) -> Path:
    """What was written, to be changed."""
    return shutil.copytree(built / "out", tmp_path / "out")


def entry(out: Path, path: str) -> dict[str, Any]:
    outputs: dict[str, dict[str, Any]] = json.loads((out / "manifest.json").read_bytes())["outputs"]
    return outputs[path]


def change_question(bank: Path) -> None:
    items = bank / "first-module/items.yaml"
    text = items.read_text(encoding="utf-8")
    assert "CronJob" in text
    items.write_text(text.replace("CronJob", "CronTask"), encoding="utf-8")


def times(out: Path) -> dict[str, int]:
    return {path: (out / path).stat().st_mtime_ns for path in pdfs(out)}


def test_every_page_for_paper_has_a_pdf_beside_it(out: Path) -> None:
    pages = {path.removesuffix(".html") for path in tree(out) if path.endswith(".html")}

    assert {path.removesuffix(".pdf") for path in pdfs(out)} == pages
    assert all(data.startswith(b"%PDF-1.7") for data in pdfs(out).values())


def test_the_manifest_lists_a_pdf_with_format_exam_and_what_it_was_made_of(out: Path) -> None:
    page, pdf = entry(out, "exams/mock/form-A.html"), entry(out, FORM)

    assert (pdf["format"], pdf["exam"], pdf["page"]) == (page["format"], "mock", page["sha256"])
    assert pdf.keys() - page.keys() == {"page", "press"}


def test_without_the_option_there_is_none(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out")

    assert pdfs(tmp_path / "out") == {}


def test_a_pdf_is_taken_as_it_is_while_nothing_changed(bank: Path, out: Path) -> None:
    known = mark(out)

    run("build", bank, "--out", out, "--pdf")

    assert pdfs(out)[FORM] == known


@pytest.mark.parametrize("damage", ["the file", "the press", "a missing file"])
def test_a_pdf_is_made_again_when_it_is_not_what_was_made(bank: Path, out: Path, damage: str) -> None:
    made = pdfs(out)
    if damage == "the file":
        (out / FORM).write_bytes(b"%PDF-1.7 of somebody else")
    elif damage == "the press":
        mark(out)
        manifest = (out / "manifest.json").read_text()
        (out / "manifest.json").write_text(manifest.replace(entry(out, FORM)["press"], "of another version"))
    else:
        (out / FORM).unlink()

    run("build", bank, "--out", out, "--pdf")

    assert pdfs(out) == made


def mark(out: Path) -> bytes:
    """Change a PDF and its hash in the manifest, so that it is known whether it is made again; return its bytes."""
    data = (out / FORM).read_bytes() + b"% as it was"
    (out / FORM).write_bytes(data)
    manifest = (out / "manifest.json").read_text()
    (out / "manifest.json").write_text(manifest.replace(entry(out, FORM)["sha256"], sha256(data).hexdigest()))
    return data


def test_only_the_pdf_of_a_page_that_changed_is_made_again(bank: Path, out: Path) -> None:
    before = times(out)
    change_question(bank)

    run("build", bank, "--out", out, "--pdf")

    changed = {path for path, time in times(out).items() if time != before[path]}
    assert FORM in changed
    assert "print/first-module/study-guide.pdf" not in changed


def test_a_build_without_pdf_keeps_those_whose_page_is_the_same_and_removes_the_others(bank: Path, out: Path) -> None:
    study_guide = "print/first-module/study-guide.pdf"
    before = pdfs(out)
    run("build", bank, "--out", out)
    assert pdfs(out) == before

    change_question(bank)
    run("build", bank, "--out", out)

    assert FORM not in pdfs(out)
    assert pdfs(out)[study_guide] == before[study_guide]
    assert entry(out, study_guide)["page"] == entry(out, study_guide.replace(".pdf", ".html"))["sha256"]


def test_what_a_run_was_not_asked_for_stays(bank: Path, out: Path) -> None:
    before = pdfs(out)
    change_question(bank)

    run("build", bank, "--out", out, "--to", "print-html")

    assert pdfs(out)[FORM] == before[FORM]
    assert "print/first-module/practice-exam.pdf" not in pdfs(out)


def test_a_pdf_of_formats_without_pages_is_refused(bank: Path, tmp_path: Path) -> None:
    result = run("build", bank, "--out", tmp_path / "none", "--pdf", "--to", "anki-apkg", "--to", "release-notes")

    assert result.exit_code == 2
    assert "--pdf prints pages, and --to names no format that has any, such as exam-html" in result.stderr
    assert not (tmp_path / "none").exists()
