"""An old bank starts with what it has."""

import json
from pathlib import Path

import pytest

from tests.commands import run
from tests.reports.banks import ITEMS, faulty, report, written

__all__ = ["faulty"]


@pytest.fixture
def baseline(faulty: Path) -> str:
    Path("baseline.json").write_bytes(run("check", "--format", "json").stdout_bytes)
    return "baseline.json"


def test_what_the_baseline_has_is_held_back_but_no_wrong_key(baseline: str) -> None:
    result = run("check", "--baseline", baseline)

    assert [line.split()[1] for line in result.stderr.splitlines()[:2]] == ["K101", "K104"]
    assert result.stderr.splitlines()[2:] == ["2 errors", "1 finding held back by the baseline"]
    assert result.exit_code == 1


def test_a_bank_whose_findings_are_all_in_the_baseline_is_clean(faulty: Path) -> None:
    written(ITEMS.replace("text: Job", "{text: Job, correct: true}").replace('"*DaemonSet*"', "StatefulSet"))
    Path("baseline.json").write_bytes(run("check", "--format", "json").stdout_bytes)

    result = run("check", "--baseline", "baseline.json")

    assert (result.exit_code, result.stdout) == (0, "no findings\n")
    assert result.stderr == "1 finding held back by the baseline\n"


def test_what_is_new_counts(baseline: str) -> None:
    written(ITEMS.replace("  - id: twice", "  - id: twice\n    objective: other"))

    found = report("--baseline", baseline)

    assert [entry["code"] for entry in found["findings"]] == ["K101", "B612", "K104"]
    assert [entry["about"] for entry in found["held_back"]] == ["m/gang"]


def test_one_more_of_the_same_is_new(faulty: Path) -> None:
    written(ITEMS.split("    ignore:")[0])
    Path("baseline.json").write_bytes(run("check", "--format", "json").stdout_bytes)
    written(ITEMS.split("    ignore:")[0].replace("[nowhere,", "[nowhere, nowhere,"))

    found = report("--baseline", "baseline.json")

    assert [entry["code"] for entry in found["findings"]].count("F501") == 1


def test_what_is_gone_from_the_baseline_is_counted(baseline: str) -> None:
    written(ITEMS.replace("    objective: nothing\n", "").replace("- text: Job", "- {text: Job, correct: true}"))

    assert run("check", "--baseline", baseline).stderr.splitlines()[-1] == (
        "0 findings held back by the baseline; 2 findings of it are gone, write it anew"
    )
    assert report("--baseline", baseline)["counts"]["gone"] == 2


def test_a_baseline_written_with_a_baseline_holds_back_as_much(baseline: str) -> None:
    Path("second.json").write_bytes(run("check", "--format", "json", "--baseline", baseline).stdout_bytes)

    assert report("--baseline", "second.json") == report("--baseline", baseline)


def test_a_report_that_another_program_has_turned_into_utf_16_is_read(baseline: str) -> None:
    Path("wide.json").write_text(Path(baseline).read_text(encoding="utf-8"), encoding="utf-16")

    assert report("--baseline", "wide.json")["counts"]["held_back"] == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "cannot be read: No such file"),
        (b"", "it is not JSON"),
        (b"\xff\xfe\x00", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[]", "it is no report"),
        (b'{"version": "2.1.0"}', "it is no report"),
        (b'{"format": 2, "findings": []}', "its format is 2, this deckgen reads 1; write it anew"),
        (b'{"format": 1}', "its findings cannot be read"),
        (b'{"format": 1, "findings": [1], "held_back": []}', "its findings cannot be read"),
        (b'{"format": 1, "findings": [{"fingerprint": 3}], "held_back": []}', "its findings cannot be read"),
    ],
)
def test_a_file_that_is_no_baseline_is_a_fault_of_usage(faulty: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        Path("bad.json").write_bytes(content)

    result = run("check", "--baseline", "bad.json")

    assert result.exit_code == 2
    assert "the baseline bad.json" in result.stderr
    assert said in " ".join(result.stderr.split())


def test_the_empty_report_is_a_baseline(faulty: Path) -> None:
    Path("empty.json").write_text(json.dumps({"format": 1, "findings": [], "held_back": []}))

    assert run("check", "--baseline", "empty.json").stderr.endswith("\n0 findings held back by the baseline\n")


def test_a_report_that_a_failed_rule_left_incomplete_is_no_baseline(baseline: str) -> None:
    path = Path(baseline)
    path.write_text(path.read_text(encoding="utf-8").replace('"complete": true', '"complete": false'), encoding="utf-8")

    result = run("check", "--baseline", baseline)

    assert result.exit_code == 2
    assert "a rule of deckgen failed when it was written" in result.stderr
