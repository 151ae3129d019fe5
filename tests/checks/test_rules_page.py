"""The page of rules in the docs."""

import runpy
from pathlib import Path
from typing import Final

from deckgen import explain

DOCS: Final = Path(__file__).resolve().parents[2] / "docs"


def test_the_page_says_what_the_code_says(rewriting: bool) -> None:
    expected = runpy.run_path(str(DOCS / "make_rules.py"))["rules_page"]()
    page = DOCS / "rules.md"

    if rewriting:
        page.write_text(expected, encoding="utf-8")
    else:
        assert expected == page.read_text(encoding="utf-8")


def test_every_code_has_its_section() -> None:
    page = (DOCS / "rules.md").read_text(encoding="utf-8")

    assert list(explain.known_codes()) == sorted(line[4:] for line in page.split("\n") if line.startswith("### "))
