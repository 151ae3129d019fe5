"""Runs of words of the text that the shipped bank's facts come from, as hashes: its sentences are not ours to keep.

python -m tests.kcna.shingles SOURCE.txt > tests/kcna/shingles.txt
"""

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

LENGTH: Final = 8
"""So many words in a row that are the same are a copy."""
_CODE: Final = re.compile(r"^ {0,3}```.*?^ {0,3}```|`[^`]*`|\{\{c\d+::|\}\}", re.MULTILINE | re.DOTALL)
_WORD: Final = re.compile(r"[^\W_]+")


def words_of(prose: str) -> list[str]:
    """Return the words of a text, without case, code and punctuation."""
    return _WORD.findall(_CODE.sub(" ", prose).casefold())


def runs(words: list[str]) -> Iterator[str]:
    """Yield every run of eight words."""
    for start in range(len(words) - LENGTH + 1):
        yield " ".join(words[start : start + LENGTH])


def hashed(run: str) -> str:
    """Return the hash of a run, 12 digits: among 20 million pairs one is equal by chance in 10 million tests."""
    return hashlib.sha256(run.encode()).hexdigest()[:12]


if __name__ == "__main__":
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    print("\n".join(sorted({hashed(run) for run in runs(words_of(text))})))
