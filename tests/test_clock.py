"""A clock that stands behind the lock, or ahead of all others."""

import time
from pathlib import Path

from tests.commands import bank, run

__all__ = ["bank"]

EARLIER, NOW, LATER = "1780000000", "1790000000", "1795000000"


def edited(bank: Path) -> None:
    items = next(path for path in bank.rglob("items.yaml"))
    text = items.read_text(encoding="utf-8")
    items.write_text(text.replace("rationale: |\n", "rationale: |\n      Indeed.\n", 1), encoding="utf-8")


def test_a_clock_behind_the_lock_warns_where_something_is_dated(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out", epoch=NOW)
    edited(bank)

    result = run("build", bank, "--out", tmp_path / "out", epoch=EARLIER)

    assert result.exit_code == 0
    assert f"{bank.as_posix()}/deckgen.lock:1:1: S118 warning: it is only `2026-05-28T20:26:40Z`" in result.stderr
    assert "the last change is of `2026-09-21T14:13:20Z`" in result.stderr
    assert "time=2026-09-21T14:13:21Z" in (bank / "deckgen.lock").read_text()


def test_a_clock_behind_the_lock_is_no_matter_where_nothing_changed(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out", epoch=NOW)

    assert "S118" not in run("build", bank, "--out", tmp_path / "out", epoch=EARLIER).stderr


def test_clocks_may_differ_by_some_minutes(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out", epoch=NOW)
    edited(bank)

    assert "S118" not in run("build", bank, "--out", tmp_path / "out", epoch=str(int(NOW) - 3600)).stderr


def test_a_clock_that_goes_on_says_nothing(bank: Path, tmp_path: Path) -> None:
    run("build", bank, "--out", tmp_path / "out", epoch=NOW)
    edited(bank)

    assert "S118" not in run("build", bank, "--out", tmp_path / "out", epoch=LATER).stderr


def test_nothing_is_dated_in_the_future(bank: Path, tmp_path: Path) -> None:
    hour = 3600

    result = run("build", bank, "--out", tmp_path / "out", epoch=str(int(time.time()) + 2 * hour))

    assert result.exit_code == 2
    assert "no note is dated in the future" in " ".join(result.stderr.split())
    assert "or set the clock" in " ".join(result.stderr.split())
    assert not (bank / "deckgen.lock").exists()
    assert run("build", bank, "--out", tmp_path / "out", epoch=str(int(time.time()) + hour // 2)).exit_code == 0
