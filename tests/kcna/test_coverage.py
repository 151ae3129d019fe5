"""The shipped bank teaches all that its module does: `tests/coverage.yaml` says where."""

from typing import Final

import pytest
import yaml

from deckgen.sources.bank_yaml import read_bank
from tests.commands import KCNA, REPOSITORY
from tests.kcna.names import names_of

COVERAGE: Final = REPOSITORY / "tests/coverage.yaml"
COUNTS: Final = {
    "meta": 4, "lo": 4, "why": 1, "plat": 4, "code": 1, "kc": 5, "ins": 1, "prompt": 2, "wl.training": 4,
    "wl.inference": 4, "wl.finetuning": 3, "dia": 5, "tvi": 6, "sh": 6, "tool": 6, "pipe": 5, "pipef": 2, "dyk": 4,
    "mis": 7, "ex.step": 4, "ex.ok": 3, "q": 7, "sum": 7,
}  # fmt: skip
"""How many elements of each kind the inventory of the module has."""
ELEMENTS: Final = tuple(f"{kind}.{number}" for kind, count in COUNTS.items() for number in range(1, count + 1))


@pytest.fixture(scope="module")
def coverage() -> dict[str, list[str] | str]:
    """By element the names of what holds it, or the reason why it was left out."""
    loaded: dict[str, list[str] | str] = yaml.safe_load(COVERAGE.read_text(encoding="utf-8"))
    return loaded


@pytest.fixture(scope="module")
def names() -> set[str]:
    """All names of the module."""
    bank = read_bank(KCNA).bank
    assert bank is not None
    return names_of(bank.modules[0])


def test_every_element_of_the_module_has_its_line_and_no_other(coverage: dict[str, list[str] | str]) -> None:
    assert len(ELEMENTS) == 95
    assert sorted(coverage) == sorted(ELEMENTS)


@pytest.mark.parametrize("element", ELEMENTS)
def test_an_element_is_held_by_something_or_left_out_for_a_reason(
    element: str, coverage: dict[str, list[str] | str], names: set[str]
) -> None:
    held = coverage[element]

    if isinstance(held, str):
        assert len(held.split()) >= 5
    else:
        assert held
        assert [name for name in held if name not in names] == []
