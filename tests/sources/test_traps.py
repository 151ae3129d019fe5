"""YAML's traps: each gives the text as typed, or an error at its place."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.sources.reading import outcome

TRAPS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "yaml_traps.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("trap", TRAPS, ids=[trap["case"] for trap in TRAPS])
def test_a_trap_gives_the_text_as_typed_or_an_error_at_its_place(trap: dict[str, Any]) -> None:
    assert outcome(trap["yaml"]) == trap["deckgen"]


def test_the_table_holds_every_known_trap() -> None:
    assert len(TRAPS) == 60
