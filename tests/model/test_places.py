"""Every place of a bank's files belongs to something that has a name."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Span
from deckgen.model.places import Places
from deckgen.sources.bank_yaml import read_bank

FILE = "bank/m/items.yaml"
ITEMS = """\
module:
  id: m
  title: M
items:
  - id: one
    stem: |
      Why?
    model: |
      So.

  - stem: |
      How?
    id: two
    model: |
      Thus.
facts:
  - id: three
    text: |
      It is {{c1::so}}.
"""


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    monkeypatch.chdir(tmp_path)
    Path("bank/m").mkdir(parents=True)
    Path("bank/bank.yaml").write_text("id: b\ntitle: B\nuid: u\nversion: '1'\n", encoding="utf-8")
    Path(FILE).write_text(ITEMS, encoding="utf-8")
    bank = read_bank(Path("bank")).bank
    assert bank is not None
    return Places.of(bank)


@pytest.mark.parametrize(
    ("line", "column", "name"),
    [(2, 3, "m"), (5, 5, "m/one"), (9, 7, "m/one"), (11, 5, "m/two"), (15, 1, "m/two"), (17, 9, "m/three")],
)
def test_a_place_belongs_to_what_started_last(places: Places, line: int, column: int, name: str) -> None:
    assert places.at(Span(FILE, line, column)) == name


def test_the_head_of_the_bank_is_the_bank_and_a_strange_file_is_nothings(places: Places) -> None:
    assert places.at(Span("bank/bank.yaml", 2, 1)) == "b"
    assert places.at(Span("bank/deckgen.lock", 2, 1)) == ""
    assert places.at(Span(FILE, 1, 1)) == ""
