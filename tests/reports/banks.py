"""Banks with faults, and their reports."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from tests.commands import run

HEAD: Final = "id: b\ntitle: A bank\nuid: fixed\nversion: '1'\n"
MODULE: Final = "module:\n  id: m\n  title: A module\n"
ITEMS: Final = """\
items:
  - id: gang
    objective: nothing
    stem: |
      Which resource runs once?
    options:
      - text: Job
      - text: Deployment
      - text: DaemonSet
    rationale: |
      A Job ends.
  - id: twice
    stem: |
      Which resource runs on each node?
    options:
      - text: DaemonSet
        correct: true
      - text: Deployment
      - text: "*DaemonSet*"
    answer: DaemonSet
    rationale: |
      One Pod for each node.
    facts: [nowhere, elsewhere]
    ignore:
      - rule: F501
        reason: |
          The facts come with the next release.
"""


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bank named `questions` in the current folder, with errors and an ignored finding."""
    monkeypatch.chdir(tmp_path)
    return written(ITEMS)


def written(items: str, name: str = "items.yaml") -> Path:
    """Write a bank with these items into the current folder."""
    bank = Path("questions")
    (bank / "m").mkdir(parents=True, exist_ok=True)
    (bank / "bank.yaml").write_text(HEAD, encoding="utf-8")
    (bank / "m/module.yaml").write_text(MODULE, encoding="utf-8")
    (bank / "m" / name).write_text(items, encoding="utf-8")
    return bank


def report(*options: str) -> Any:
    """Return what `deckgen check --format json` says of the bank in the current folder."""
    result = run("check", "--format", "json", *options)
    assert result.stderr == ""
    return json.loads(result.stdout_bytes)
