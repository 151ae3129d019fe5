"""What a script without deckgen would do: load a bank's YAML, and write its notes with genanki, as they are.

python benchmarks/plain_genanki.py BANK DECK.apkg
"""

import sys
from collections.abc import Iterator
from html import escape
from itertools import count
from pathlib import Path
from typing import Any

import genanki
import yaml

Content = dict[str, Any]

CHOICE = genanki.Model(
    1_700_000_001,
    "Choice",
    fields=[{"name": name} for name in ("Question", "Options", "Answer", "Rationale")],
    templates=[
        {
            "name": "Card",
            "qfmt": "{{Question}}{{Options}}",
            "afmt": "{{FrontSide}}<hr id=answer>{{Answer}}{{Rationale}}",
        }
    ],
)


def notes(content: Content) -> Iterator[genanki.Note]:
    """Yield the notes of one file."""
    for item in content.get("items", ()):
        yield choice(item)
    for table in content.get("tables", ()):
        yield from asked(table)
    for fact in content.get("facts", ()):
        yield genanki.Note(genanki.CLOZE_MODEL, [html(fact["text"]), ""])


def choice(item: Content) -> genanki.Note:
    """Return the note of one item."""
    options = "".join(f"<li>{html(one['text'])}</li>" for one in item["options"])
    reasons = "".join(f"<li>{html(one['why'])}</li>" for one in item["options"])
    answer = item["answer"] if isinstance(item["answer"], list) else [item["answer"]]
    fields = [html(item["stem"]), f"<ol>{options}</ol>", html(", ".join(answer))]
    return genanki.Note(CHOICE, [*fields, f"{html(item['rationale'])}<ul>{reasons}</ul>"], tags=item["tags"])


def asked(table: Content) -> Iterator[genanki.Note]:
    """Yield the notes that a table asks for."""
    for ask in table["ask"]:
        for row in table["rows"]:
            yield genanki.Note(genanki.BASIC_MODEL, [html(row[ask["given"]]), html(row[ask["ask"]])])


def html(text: str) -> str:
    """Return text as HTML."""
    return escape(text).replace("\n", "<br>")


def main() -> None:
    """Write one deck per folder."""
    bank, out = Path(sys.argv[1]), Path(sys.argv[2])
    decks = []
    for number, folder in zip(count(1_800_000_001), sorted(bank.glob("*/")), strict=False):
        deck = genanki.Deck(number, f"Bench::{folder.name}")
        for path in sorted(folder.glob("*.yaml")):
            for note in notes(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)):
                deck.add_note(note)
        decks.append(deck)
    genanki.Package(decks).write_to_file(out)


if __name__ == "__main__":
    main()
