"""The torture bank: as it was written, read by nothing of deckgen's; and what is built from it."""

import csv
import json
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import yaml

from tests.commands import run

QUESTIONS = Path(__file__).with_name("questions")
_NOT_SHOWN = re.compile(r"^\s*(?:\d+\.|```\w*|\|[-|]+\|$)", re.MULTILINE)
"""What stands in Markdown and not among the words of a page: numbers of lists, languages of code, rules of tables."""


@dataclass(frozen=True)
class Built:
    """A folder that was built."""

    folder: Path

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def pages(self) -> Mapping[str, str]:
        return {one.relative_to(self.folder).as_posix(): one.read_text("utf-8") for one in self.folder.rglob("*.html")}

    def record(self) -> Any:
        return json.loads(self.text("exams/edges/forms.json"))

    def keys(self) -> Mapping[str, list[str]]:
        rows = csv.reader(self.text("exams/edges/keys.csv").splitlines())
        return {form: letters for form, *letters in rows if form != "form"}


def build(top: Path, *more: str) -> Built:
    """Build a copy of the bank, which the tests' folder keeps as it is."""
    shutil.copytree(QUESTIONS, top / "questions")
    result = run("build", top / "questions", "--out", top / "build", *more)
    assert result.exit_code == 0, result.output
    return Built(top / "build")


@cache
def items() -> Mapping[str, Any]:
    """Return the authored items by full name."""
    files = [(path.parent.name, yaml.load(path.read_text("utf-8"), yaml.BaseLoader)) for path in _files()]
    return {f"{module}/{item['id']}": item for module, one in files for item in one.get("items", ())}


def option_text(option: Any) -> str:
    return str(option["text"] if isinstance(option, dict) else option)


def is_correct(option: Any) -> bool:
    return isinstance(option, dict) and option.get("correct") == "true"


def spoken(text: str) -> list[str]:
    """Return the words of a text, of Markdown those that a page shows."""
    return re.findall(r"\w+", unescape(_NOT_SHOWN.sub(" ", text)))


def _files() -> list[Path]:
    return sorted(QUESTIONS.glob("*/*.yaml"))
