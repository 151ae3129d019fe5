"""Where WeasyPrint or Pango is missing, a message says what to install, before anything is done."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from deckgen.press.cures import LEAST, cure
from deckgen.press.pages import Lacking
from tests.commands import REPOSITORY, bank, tree

__all__ = ["bank"]

NO_WEASYPRINT = "raise ModuleNotFoundError(\"No module named 'weasyprint'\", name='weasyprint')\n"
NO_PANGO = """\
import cffi
lookup = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    return lookup(self, name and name.replace("pango", "no-such-pango"), flags)
cffi.FFI.dlopen = dlopen
"""


def build(bank: Path, first: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Build a bank where Python looks into a folder first."""
    command = [sys.executable, "-m", "deckgen", "build", str(bank), "--out", str(bank.parent / "out"), *options]
    path = os.pathsep.join((str(first), str(REPOSITORY / "src")))
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True)


def test_without_weasyprint_it_is_said_how_to_install_it(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first/weasyprint.py").write_text(NO_WEASYPRINT)

    result = build(bank, tmp_path / "first", "--pdf")

    assert result.returncode == 2
    assert "--pdf needs WeasyPrint (No module named 'weasyprint'); install it" in result.stderr
    assert f"python -m pip install 'weasyprint>={LEAST}'" in result.stderr
    assert "uv tool install '.[pdf]'" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "out").exists()
    assert "deckgen.lock" not in tree(bank)


@pytest.mark.usefixtures("press")
def test_without_pango_it_is_said_how_to_install_it(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first/sitecustomize.py").write_text(NO_PANGO)

    result = build(bank, tmp_path / "first", "--pdf")

    assert result.returncode == 2
    assert "WeasyPrint needs the library Pango, and cannot load it (" in result.stderr
    assert "no-such-pango" in result.stderr
    assert "install it: " in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "out").exists()


def test_without_either_a_build_without_pdf_is_as_ever(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "first/weasyprint.py").write_text(NO_WEASYPRINT)

    result = build(bank, tmp_path / "first")

    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("platform", "cured"),
    [("linux", "apt install libpango-1.0-0"), ("darwin", "brew install pango"), ("win32", "pacman -S mingw-w64-")],
)
def test_each_system_has_its_own_cure(platform: str, cured: str) -> None:
    assert cured in cure(Lacking(False, "why"), platform)


def test_the_cure_and_the_documents_name_the_version_that_the_extra_asks_for() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]

    assert project["optional-dependencies"]["pdf"] == [f"weasyprint>={LEAST}"]
    assert f"'weasyprint>={LEAST}'" in (REPOSITORY / "docs/outputs.md").read_text()
