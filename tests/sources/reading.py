"""From a text, or from files, to what deckgen makes of them."""

from pathlib import Path
from typing import Any

from deckgen.diagnostics import Diagnostic
from deckgen.model.item import Option
from deckgen.sources.bank_yaml import BankReading, read_bank
from deckgen.sources.decoding import Decoder
from deckgen.sources.nodes import Mapping, Node, Scalar, Sequence
from deckgen.sources.text_file import forbidden_characters
from deckgen.sources.yaml_nodes import read_nodes

HEAD = "id: b\ntitle: B\nuid: u\nversion: '1'\n"
MODULE = "module:\n  id: m\n  title: M\n"
ITEM = """items:
  - id: one
    stem: Which?
    options:
      - text: A
        correct: true
      - B
    answer: A
"""


def line(finding: Diagnostic) -> str:
    """Return a finding as `line:column CODE message`."""
    return f"{finding.span.line}:{finding.span.column} {finding.code} {finding.message}"


def plain(node: Node | None) -> Any:
    """Return nodes as plain values."""
    if isinstance(node, Mapping):
        return {name: plain(child) for name, (_, child) in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(child) for child in node.items]
    return node.text if isinstance(node, Scalar) else None


def outcome(text: str) -> Any:
    """Return the plain values of a text, its `options` read as options, or a list of findings."""
    found = list(forbidden_characters(text, "t"))
    document = read_nodes(text, "t") if not found else None
    if document is None or document.faults:
        return [line(one) for one in (*found, *(document.faults if document else ()))]
    value = plain(document.root)
    if not isinstance(value, dict) or not isinstance(value.get("options"), list):
        return value
    assert isinstance(document.root, Mapping)
    options = document.root.entries["options"][1]
    assert isinstance(options, Sequence)
    decoder = Decoder("t", text)
    read = [decoder.object(Option, node) for node in options.items]
    return [line(one) for one in decoder.faults] or {"options": [option.text for option in read]}


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write a bank; the head and the module's head are there unless given."""
    for name, content in {"bank.yaml": HEAD, "m/module.yaml": MODULE, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def read(folder: Path, **files: str | bytes) -> BankReading:
    """Write a bank of one module, whose files are named by keyword, and read it."""
    return read_bank(write(folder, {f"m/{name}.yaml": content for name, content in files.items()}))


def lines(reading: BankReading, top: Path) -> list[str]:
    """Return the faults of a reading with paths relative to the bank."""
    return [f"{one.span}: {one.code} {one.message}".replace(f"{top.as_posix()}/", "") for one in reading.faults]


def only(folder: Path, **files: str | bytes) -> str:
    """Return the only fault of a bank of one module."""
    (found,) = lines(read(folder, **files), folder)
    return found
