"""Findings for code scanning."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from deckgen import __version__, checks, explain
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.pipeline.check import check
from deckgen.reports.report import Entry, Report, report_of
from deckgen.reports.sarif import TEXT_LIMIT, sarif
from tests.checks.running import DAY
from tests.commands import run
from tests.reports.banks import faulty
from tests.test_cases import BLOCK, CASES, DEFAULTS, write

__all__ = ["faulty"]

SCHEMA = json.loads(Path(__file__).with_name("sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def scanned(*options: str | Path) -> Any:
    """Return the only run that `deckgen check --format sarif` prints, proven against the published schema."""
    result = run("check", "--format", "sarif", *options)
    assert result.stderr == ""
    return the_run(result.stdout_bytes)


def the_run(text: str | bytes) -> Any:
    content = json.loads(text)
    VALIDATOR.validate(content)
    assert content["$schema"] == SCHEMA["id"]
    return content["runs"][0]


def test_the_schema_is_the_published_one_and_refuses_what_is_no_sarif() -> None:
    jsonschema.Draft4Validator.check_schema(SCHEMA)

    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"results": []}]})
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [], "more": 1})


def test_every_finding_of_every_case_is_valid_sarif(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Diagnostic] = []
    for case in CASES:
        (tmp_path / case.stem).mkdir()
        monkeypatch.chdir(tmp_path / case.stem)
        for path, text in DEFAULTS.items():
            write(path, text)
        for language, path, text in BLOCK.findall(case.read_text(encoding="utf-8")):
            if language == "yaml":
                write(path, text)
            else:
                found += check(Path("questions"), DAY).findings
    report = report_of(None, found)

    results = the_run(sarif(report, explain.pages(), nothing, "/"))["results"]

    assert len(results) == len(found) > len(CASES)


def test_a_result_says_what_where_and_whose(faulty: Path) -> None:
    result = scanned()["results"][1]

    assert result["ruleId"] == "K101"
    assert result["level"] == "error"
    assert result["message"]["text"].startswith("`gang` has no key")
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "questions/m/items.yaml"},
                "region": {"startLine": 7, "startColumn": 7, "endLine": 7, "endColumn": 18},
            },
            "logicalLocations": [{"fullyQualifiedName": "m/gang"}],
        }
    ]


def test_a_fingerprint_is_that_of_the_json_report(faulty: Path) -> None:
    report = json.loads(run("check", "--format", "json").stdout_bytes)

    prints = [result["partialFingerprints"]["deckgen/v1"] for result in scanned()["results"]]

    assert prints == [one["fingerprint"] for one in (*report["findings"], *report["ignored"])]


def test_what_does_not_count_says_why(faulty: Path) -> None:
    Path("baseline.json").write_bytes(run("check", "--format", "json").stdout_bytes)

    results = scanned("--baseline", "baseline.json")["results"]

    assert [(one["ruleId"], one.get("suppressions")) for one in results] == [
        ("K101", None),
        ("K104", None),
        *[("F501", [{"kind": "inSource", "justification": "The facts come with the next release."}])] * 2,
        ("B612", [{"kind": "external", "justification": "held back by the baseline"}]),
    ]


def test_every_code_has_a_rule_with_what_code_scanning_wants(faulty: Path) -> None:
    run_of = scanned()
    driver = run_of["tool"]["driver"]

    assert (driver["name"], driver["version"]) == ("deckgen", __version__)
    assert [rule["id"] for rule in driver["rules"]] == list(explain.known_codes())
    assert len({rule["name"] for rule in driver["rules"]}) == len(driver["rules"])
    for rule in driver["rules"]:
        assert 0 < len(rule["shortDescription"]["text"]) <= TEXT_LIMIT
        assert 0 < len(rule["fullDescription"]["text"]) <= TEXT_LIMIT
        assert "Wrong:" in rule["help"]["markdown"]
        assert rule["name"].isalnum()
    for result in run_of["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_the_severity_on_the_page_of_a_fault_is_the_one_it_has() -> None:
    rules = {rule.code for rule in checks.rules()}
    pages = {page.code: page.severity for page in explain.pages() if page.code not in rules}
    said = "\n".join(text for case in CASES for _, path, text in BLOCK.findall(case.read_text()) if not path)

    for line in said.splitlines():
        code, _, rest = line.partition(": ")[2].partition(" ")
        if code in pages:
            expected = next((one for one in Severity if rest.startswith(f"{one}: ")), Severity.ERROR)
            assert expected == pages[code], line


def test_a_bank_named_by_its_absolute_path_is_named_from_the_current_folder(faulty: Path) -> None:
    (faulty / "m/items.yaml").rename(faulty / "m/50% später: #1.yaml")

    results = scanned(faulty.absolute())["results"]

    uris = {result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results}
    assert uris == {"questions/m/50%25%20sp%C3%A4ter%3A%20%231.yaml"}


@dataclass(frozen=True)
class Page:
    code: str = "B1"
    name: str = "a_name"
    severity: Severity = Severity.NOTE
    text: str = "The law.\n\nThe reason.\n\nWrong: x\n\nRight: y"


def nothing(file: str) -> list[str]:
    return []


def test_a_name_and_a_message_of_any_characters_become_sarif() -> None:
    entry = Entry(Diagnostic(Span("q\udc80/a\\b", 3, 4), "B1", "x \udc80\x1b[2J"), "", "f" * 64)

    text = sarif(Report((entry,)), [Page()], nothing, "/somewhere")

    result = the_run(text.encode("utf-8", "backslashreplace"))["results"][0]
    assert result["message"]["text"] == "x \\udc80\\x1b[2J"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "q%ED%B2%80/a%5Cb"},
                "region": {"startLine": 3, "startColumn": 4},
            }
        }
    ]


def test_of_more_than_code_scanning_takes_the_worst_stay_and_the_run_says_so() -> None:
    note = Entry(Diagnostic(Span("a"), "B1", "x", Severity.NOTE), "", "")
    error = replace(note, finding=replace(note.finding, severity=Severity.ERROR))
    report = Report((note, note, note, error), ignored=(error,))

    run_of = the_run(sarif(report, [Page()], nothing, "/", limit=3))

    assert len(run_of["results"]) == 3
    assert [result["level"] for result in run_of["results"][:2]] == ["error", "note"]
    assert "2 findings" in run_of["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_a_run_in_which_a_rule_failed_is_no_success() -> None:
    run_of = the_run(sarif(Report((), is_whole=False), [Page()], nothing, "/"))

    assert run_of["invocations"][0]["executionSuccessful"] is False
