"""Where the reader has spoken the rules are silent: one fault, one finding."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from deckgen.sources.bank_yaml import read_bank
from tests.checks.running import found
from tests.test_cases import DEFAULTS, write

STEM: Final = "items:\n  - id: batch\n    rationale: |\n      It ends.\n    stem: |\n      Which runs to completion?\n"
KEY: Final = "      - text: Job\n        correct: true\n"
WRONG: Final = "      - Pod\n      - Service\n"
TABLE: Final = "tables:\n  - id: tools\n    title: Tools\n    columns:\n      tool: Tool\n      does: Work\n    rows:\n"
EXAM: Final = "exams:\n  - id: mock\n    title: A mock exam\n    blueprint:\n"

UNREAD: Final = {
    "an option that is a list, one left": {"m/items.yaml": f"{STEM}    options:\n{KEY}      - [Pod]\n"},
    "an option that is a list, all marked": {
        "m/items.yaml": f"{STEM}    options:\n{KEY}{KEY}      - [Pod]\n".replace("Job", "CronJob", 1)
    },
    "the only marked option is a list": {
        "m/items.yaml": f"{STEM}    options:\n      - Pod\n      - Job\n      - [A]\n"
    },
    "an answer to an option without text": {
        "m/items.yaml": f"{STEM}    options:\n      - Pod\n      - text:\n        correct: true\n    answer: Job\n"
    },
    "two options without text": {"m/items.yaml": f"{STEM}    options:\n{KEY}      - text:\n      - text:\n"},
    "an answer that is a list": {"m/items.yaml": f"{STEM}    options:\n{KEY}{WRONG}    answer:\n      - [Job]\n"},
    "a fact without text": {"m/facts.yaml": "facts:\n  - id: gang\n    text:\n"},
    "the row of a cell": {
        "m/items.yaml": f"{STEM}    options:\n{KEY}{WRONG}    facts: [tools.kueue.does]\n",
        "m/tables.yaml": f"{TABLE}      - id: kueue\n        tool: Kueue\n        does: Queues\n        cells: [x\n",
    },
    "the file of a fact": {
        "m/items.yaml": f"{STEM}    options:\n{KEY}{WRONG}    facts: [gang]\n    enemies: [nightly]\n",
        "m/facts.yaml": "facts: [\n",
    },
    "a part of the module's head": {
        "m/module.yaml": "module:\n  id: m\n  title: M\n  objectives:\n    a: *b\n",
        "m/items.yaml": f"{STEM}    objective: a\n    options:\n{KEY}{WRONG}",
    },
    "a module that a blueprint names": {
        "other/module.yaml": "module: [\n",
        "exams.yaml": f"{EXAM}      - module: other\n        count: 1\n",
    },
}


@pytest.mark.parametrize("files", UNREAD.values(), ids=UNREAD.keys())
def test_what_cannot_be_read_is_reported_once(
    files: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for path, text in (DEFAULTS | files).items():
        write(path, text)

    reading = read_bank(Path("questions"))

    assert reading.faults
    assert reading.bank is not None
    assert found(reading.bank) == []


def test_nothing_is_unknown_that_carries_the_name_of_something_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    item = f"{STEM}    objective: sharing\n    options:\n{KEY}{WRONG}    facts: [tools.kueue.does]\n"
    row = "      - id: kueue\n        tool: Kueue\n"
    for path, text in (DEFAULTS | {"m/items.yaml": item, "m/tables.yaml": TABLE + row}).items():
        write(path, text)
    bank = read_bank(Path("questions")).bank
    assert bank is not None

    unread = frozenset({"sharing", "does"})
    gentle = replace(bank, modules=tuple(replace(module, unread=unread) for module in bank.modules))

    assert sorted(one.code for one in found(bank)) == ["B612", "B614", "F501"]
    assert found(gentle) == []
