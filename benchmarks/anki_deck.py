"""Write a bank's notes beside genanki, and let the real Anki import them; print rows of a Markdown table.

python benchmarks/anki_deck.py BANK

Both get notes whose fields are ready, and make a package of them: genanki as it does, stored; deckgen deflated. The
third row is the whole writer, from the model to the package, with its Markdown.
"""

import gc
import io
import json
import sqlite3
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any, Final

import anki.collection  # noqa: F401 (first: these modules import each other in a ring)
import genanki
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from deckgen.model.edition import Artifact, Edition
from deckgen.model.lock import Lock
from deckgen.sources.bank_yaml import read_bank
from deckgen.sources.templates import read_templates
from deckgen.writers._anki.package import Package
from deckgen.writers.anki_apkg import write

RUNS: Final = 3
GOAL: Final = 2.5
NOW: Final = 1_790_000_000


def edition_of(folder: Path) -> Edition:
    """Read a bank."""
    bank = read_bank(folder).bank
    assert bank is not None
    return Edition(bank, (), read_templates(folder)[0], Lock(), NOW, "", "")


def written(edition: Edition) -> tuple[bytes, float, float]:
    """Write the deck; return its bytes, the time of the whole writer, and that of making a package of ready notes."""
    packing = []
    as_bytes = Package.as_bytes

    def timed(package: Package, *given: Any) -> bytes:
        start = time.process_time()
        data: bytes = as_bytes(package, *given)
        packing.append(time.process_time() - start)
        return data

    Package.as_bytes = timed
    start = time.process_time()
    deck = next(one.data for one in write(edition) if isinstance(one, Artifact))
    whole = time.process_time() - start
    Package.as_bytes = as_bytes
    return deck, whole, packing[0]


def same_notes(deck: bytes) -> list[tuple[genanki.Model, list[str], list[str]]]:
    """Return the note type, the fields and the tags of each note of a deck, for genanki."""
    connection = sqlite3.connect(":memory:")
    connection.deserialize(zipfile.ZipFile(io.BytesIO(deck)).read("collection.anki2"))
    (types,) = connection.execute("SELECT models FROM col").fetchone()
    models = {int(key): _model(one) for key, one in json.loads(types).items()}
    rows = connection.execute("SELECT mid, flds, tags FROM notes ORDER BY rowid").fetchall()
    return [(models[mid], fields.split("\x1f"), tags.split()) for mid, fields, tags in rows]


def _model(one: dict[str, Any]) -> genanki.Model:
    fields = [{"name": field["name"]} for field in one["flds"]]
    templates = [{key: side[key] for key in ("name", "qfmt", "afmt")} for side in one["tmpls"]]
    return genanki.Model(int(one["id"]), one["name"], fields, templates, one["css"], one["type"], one["sortf"])


def plainly(notes: list[tuple[genanki.Model, list[str], list[str]]], folder: str) -> float:
    """Let genanki write notes whose fields are ready; return its time."""
    deck = genanki.Deck(1_800_000_001, "Bench")
    for model, fields, tags in notes:
        deck.add_note(genanki.Note(model, fields, tags=tags))
    start = time.process_time()
    genanki.Package(deck).write_to_file(Path(folder) / "plain.apkg")
    return time.process_time() - start


def imported(deck: bytes, folder: str) -> tuple[int, float]:
    """Import a deck into a fresh collection of the real Anki; return how many notes are new, and the CPU time."""
    path = Path(folder) / "deck.apkg"
    path.write_bytes(deck)
    collection = Collection(str(Path(folder) / "collection.anki2"))
    request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
    start = time.process_time()
    log = collection.import_anki_package(request).log
    taken = time.process_time() - start
    collection.close()
    return len(log.new), taken


def main() -> None:
    """Print the rows."""
    edition = edition_of(Path(sys.argv[1]))
    gc.disable()  # as a build does
    runs = [written(edition) for _ in range(RUNS)]
    deck, whole, _ = runs[0]  # the first, before any Markdown is remembered
    notes = same_notes(deck)
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # genanki leaves its database there
        plain = min(plainly(notes, folder) for _ in range(RUNS))
        new, taken = imported(deck, folder)
    if new != len(notes):
        sys.exit(f"Anki took {new} of {len(notes)} notes")
    packed = min(one[2] for one in runs)
    goal = f"{GOAL} × plain genanki"
    print(f"| genanki, ready notes | {new} | {plain:.2f} | | | |")
    print(f"| deckgen, ready notes | {new} | {packed:.2f} | | {goal} | {packed / plain:.1f} × plain genanki |")
    print(f"| deckgen, notes from the model | {new} | {whole:.2f} | | | {whole / plain:.1f} × plain genanki |")
    print(f"| Anki's import of them | {new} | {taken:.2f} | | all are new | |")


if __name__ == "__main__":
    main()
