"""Run deckgen as its users do, in this process."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deckgen.cli import main

EPOCH = "1790000000"


def run(*arguments: str | Path, epoch: str = EPOCH) -> Result:
    """Run a command; a traceback is a failure of the test."""
    result = CliRunner().invoke(
        main, [str(one) for one in arguments], env={"SOURCE_DATE_EPOCH": epoch, "GITHUB_ACTIONS": ""}
    )
    assert result.exit_code != 3, result.output
    assert "Traceback" not in result.output
    return result


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, the lock of a running build left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".deckgen-lock"
    }


def new_bank(folder: Path) -> Path:
    """Write the starter bank, its uid fixed."""
    assert run("new", folder).exit_code == 0
    head = folder / "bank.yaml"
    lines = head.read_text(encoding="utf-8").split("\n")
    head.write_text("\n".join("uid: fixed" if line.startswith("uid:") else line for line in lines), encoding="utf-8")
    return folder


REPOSITORY = Path(__file__).resolve().parents[1]
KCNA = REPOSITORY / "questions"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A small bank that builds."""
    return new_bank(tmp_path / "bank")
