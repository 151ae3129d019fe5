"""Workers: the same bytes whoever prints, in what order and environment; nothing fetched; whoever fails is named."""

import io
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from deckgen.cli import main
from deckgen.cli.exits import DEFECT
from deckgen.press import crew as crews
from deckgen.press.crew import Crew, PageFailed, open_crew
from deckgen.press.fonts import CONFIGURATION, write_fonts
from deckgen.press.pages import Printed
from tests.commands import REPOSITORY, run
from tests.press.pdfua import fonts as embedded
from tests.press.printing import FONTS, page, pdfs, silent

pytestmark = pytest.mark.usefixtures("press")

LINES = "<p>Some <b>text</b> of it, <code>in code</code>.</p>" * 20
SHEETS = [page(f"<h1>Sheet {number}</h1>{LINES}", f"print/{number}.html") for number in range(5)]
TOO_DEEP = "<div>" * 3000


def test_the_bytes_are_the_same_in_another_order_and_by_other_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = []
    for processors, sheets in ((1, SHEETS), (1, SHEETS[::-1]), (3, SHEETS)):
        monkeypatch.setattr(crews, "_processors", lambda count=processors: count)
        with open_crew(FONTS) as crew:
            printed.append(dict(zip([one.path for one in sheets], crew.print(sheets, silent), strict=True)))

    assert printed[0] == printed[1] == printed[2]


def test_the_bytes_are_the_same_later_and_in_another_environment(tmp_path: Path) -> None:
    bank = tmp_path / "bank"
    assert run("new", bank).exit_code == 0
    other = {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8", "SOURCE_DATE_EPOCH": "1700000000"}
    for name, environment in (("one", {"PYTHONHASHSEED": "1"}), ("two", other)):
        command = [sys.executable, "-m", "deckgen", "build", str(bank), "--out", str(tmp_path / name), "--pdf"]
        subprocess.run(command, check=True, env={**os.environ, **environment}, capture_output=True)
        time.sleep(1.1)  # dates in fonts and PDFs count seconds

    assert pdfs(tmp_path / "one")
    assert pdfs(tmp_path / "one") == pdfs(tmp_path / "two")


def test_what_could_change_a_worker_is_not_taken_from_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Where HarfBuzz makes the parts of fonts, as on most machines, no byte shows whether this holds."""
    before = crews._environment(tmp_path)
    for name in (
        "PYTHONHASHSEED",
        "SOURCE_DATE_EPOCH",
        "LC_ALL",
        "LANG",
        "PANGO_LANGUAGE",
        "FONTCONFIG_PATH",
        "TMPDIR",
    ):
        monkeypatch.setenv(name, "77")

    assert crews._environment(tmp_path) == before
    assert {"PYTHONHASHSEED", "SOURCE_DATE_EPOCH", "LC_ALL", "FONTCONFIG_FILE"} <= before.keys()


def test_results_come_in_the_order_of_the_pages_and_steps_are_told(crew: Crew) -> None:
    steps: list[str] = []

    printed = crew.print(SHEETS, steps.append)

    assert [f"Sheet {number}" in title(one) for number, one in enumerate(printed)] == [True] * 5
    assert steps == [f"pdf {done} of 5" for done in range(6)]


def title(printed: Printed) -> str:
    """Return the text of a PDF's first bookmark."""
    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf, pdf.open_outline() as outline:
        return outline.root[0].title


def test_nothing_is_fetched_from_network_or_disk(crew: Crew, tmp_path: Path) -> None:
    picture = tmp_path / "picture.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title></svg>')
    urls = (picture.as_uri(), "http://127.0.0.1:9/picture.svg", "ftp://127.0.0.1/picture.svg")

    (printed,) = crew.print([page("".join(f'<img alt="x" src="{url}">' for url in urls))], silent)

    assert [one for one in printed.remarks if "disallowed protocol" in one] == list(printed.remarks)
    assert len(printed.remarks) == len(urls)


def test_a_picture_of_the_page_itself_is_printed(crew: Crew) -> None:
    picture = (
        "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHdpZHRoPSI5IiBoZWlnaHQ9IjkiLz4="
    )

    (printed,) = crew.print([page(f'<p>Seen: <img alt="A picture" src="{picture}"></p>')], silent)

    assert printed.remarks == ()
    assert b"%PDF" in printed.pdf


def test_a_font_of_the_machine_is_never_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fonts = REPOSITORY / "templates/theme/fonts"
    write_fonts(tmp_path, {"text": (fonts / "text.woff2").read_bytes()})
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / CONFIGURATION))
    families = "'Atkinson Hyperlegible Next', 'DejaVu Sans', 'Noto Sans', Arial, sans-serif"

    with open_crew(FONTS) as crew:
        (printed,) = crew.print([page(f'<p style="font-family: {families}">Text</p>')], silent)

    with pikepdf.open(io.BytesIO(printed.pdf)) as pdf:
        assert {str(font.BaseFont).partition("+")[2] for font in embedded(pdf)} == {"JetBrains-Mono"}


def test_a_page_that_fails_is_named() -> None:
    failing = pytest.raises(PageFailed, match=r"^print/broken\.html cannot be printed: RecursionError")

    with open_crew(FONTS) as crew, failing as caught:
        crew.print([SHEETS[0], page(TOO_DEEP, "print/broken.html"), SHEETS[1]], silent)

    assert "Traceback" in caught.value.__notes__[0]


@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers in /proc")
def test_a_worker_that_dies_is_told_with_its_page() -> None:
    endless = page("<p>word </p>" * 20_000, "print/endless.html")
    others = children()

    def kill(_: str) -> None:
        for child in children() - others:
            os.kill(child, signal.SIGKILL)

    dying = pytest.raises(PageFailed, match=r"^print/endless\.html cannot be printed: its worker ended with -9")

    with open_crew(FONTS) as crew, dying:
        crew.print([endless], kill)


def children() -> set[int]:
    """Return the processes that this one has started."""
    return set(map(int, Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").read_text().split()))


def test_a_page_that_fails_is_our_defect_and_nothing_is_written(tmp_path: Path) -> None:
    assert run("new", tmp_path / "bank").exit_code == 0
    own = tmp_path / "templates/print/study-guide.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text(TOO_DEEP)

    result = CliRunner().invoke(main, ["build", str(tmp_path / "bank"), "--out", str(tmp_path / "out"), "--pdf"])

    assert result.exit_code == DEFECT
    assert "has a defect: PageFailed: print/first-module/study-guide.html cannot be printed: " in result.stderr
    assert "where `templates/` beside the bank has files, move it away and build again" in result.stderr
    assert not (tmp_path / "out").exists()


def test_workers_end_with_the_crew_and_leave_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    with open_crew(FONTS) as crew:
        crew.print(SHEETS[:1], silent)
        assert list(tmp_path.iterdir())

    assert list(tmp_path.iterdir()) == []
