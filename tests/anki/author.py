"""An author with a bank on the disk, who edits its files and releases it with `deckgen build`."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from click.testing import Result

from tests.commands import run

FIRST: Final = 1_780_000_000
"""The second of the first release; all releases of these tests lie before a learner's clock."""
DAY: Final = 86_400

_CHOICE: Final = """\
  - id: {name}
    objective: goal
    stem: |
      Which one is {name}?
    options:
      - text: Right {name}
        correct: true
      - text: Wrong {name}
      - text: Worse {name}
    answer: Right {name}
    rationale: |
      Because of {name}.
"""
_TABLE: Final = """\
tables:
  - id: tools
    title: Tools
    columns:
      tool: Tool
      does: What it does
      home: Home
    ask:
      - given: tool
        ask: does
    rows:
      - id: volcano
        tool: Volcano
        does: Places gangs
        home: CNCF
      - id: ray
        tool: Ray
        does: Spreads Python
        home: Linux Foundation
"""


def choice(name: str) -> str:
    """Return an item with options as an author writes it."""
    return _CHOICE.format(name=name)


FILES: Final = {
    "bank.yaml": 'id: b\ntitle: Bank\nuid: fixed\nversion: "1"\nlicence: CC0-1.0\n',
    "m/module.yaml": 'module:\n  id: m\n  number: "3.8"\n  title: Module\n  objectives:\n    goal: |\n      Do it\n',
    "m/items.yaml": "items:\n" + choice("one") + choice("two") + choice("three"),
    "m/open.yaml": "items:\n  - id: open\n    objective: goal\n    stem: |\n      Why?\n    model: |\n      Thus.\n",
    "m/tables.yaml": _TABLE,
    "m/facts.yaml": "facts:\n  - id: gang\n    text: |\n      Pods start {{c1::together}}, {{c2::all}} of them.\n",
}


@dataclass
class Author:
    """A bank of eight cards: three choice items, an open one, two rows, and a fact with two deletions."""

    folder: Path
    version: int = 0
    now: int = FIRST - DAY

    def __post_init__(self) -> None:
        for name, text in FILES.items():
            self.writes(name, text)

    def writes(self, name: str, text: str) -> None:
        """Write a file, below the bank or beside it."""
        path = self.folder / "questions" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def edits(self, name: str, old: str, new: str) -> None:
        """Replace what stands once in a file."""
        text = (self.folder / "questions" / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.writes(name, text.replace(old, new))

    def corrects(self, name: str = "one") -> None:
        """Correct the stem of an item; may be done again."""
        stem = f"Which one is {name}?"
        self.edits("m/items.yaml", stem, f"{stem}\n      It was corrected for {self.version + 1}.")

    def releases(self, *, after: int = DAY) -> bytes:
        """Build the next version some seconds after the one before it; return its deck."""
        built = self.builds(after=after)
        assert built.exit_code == 0, built.output
        (deck,) = (self.folder / "build/anki").iterdir()
        return deck.read_bytes()

    def builds(self, *, after: int = DAY) -> Result:
        """Build the next version; say how it ended."""
        self.version, self.now = self.version + 1, self.now + after
        bank = self.folder / "questions"
        head = re.sub("version: .*", f'version: "{self.version}"', (bank / "bank.yaml").read_text(encoding="utf-8"))
        self.writes("bank.yaml", head)
        return run("build", bank, "--out", self.folder / "build", "--to", "anki-apkg", epoch=str(self.now))
