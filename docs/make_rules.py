"""Write docs/rules.md: the pages of `deckgen explain`, one after the other."""

from pathlib import Path
from typing import Final

from deckgen import explain

PAGE: Final = Path(__file__).with_name("rules.md")
HEAD: Final = """\
# The rules

What `deckgen check` and `deckgen build` find, by code; `deckgen explain CODE` prints the same. A code is never used
again for something else. This page is made from the code by `docs/make_rules.py`.
"""
LETTERS: Final = {
    "S": "Shape of the files",
    "K": "Keys",
    "R": "Rationales",
    "I": "Item writing",
    "B": "The bank as a whole",
    "F": "Facts",
    "E": "Exams",
    "W": "What a format cannot carry",
}


def rules_page() -> str:
    """Return the page that the code describes."""
    parts = [HEAD]
    for letter, title in LETTERS.items():
        codes = [code for code in explain.known_codes() if code.startswith(letter)]
        parts += [f"## {title}\n", *(section(code) for code in codes)] if codes else []
    return "\n".join(parts)


def section(code: str) -> str:
    """Return the section of one code."""
    text = explain.page(code) or ""
    return f"### {code}\n\n{text.removeprefix(f'{code}: ').strip()}\n"


if __name__ == "__main__":
    PAGE.write_text(rules_page(), encoding="utf-8")
