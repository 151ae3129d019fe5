"""The templates of an edition: the packaged ones, and a bank's own where it has some."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from deckgen.diagnostics import Diagnostic, Span
from deckgen.sources.faults import misplaced_file
from deckgen.sources.text_file import read_bytes

_KINDS: Final = ("anki", "print", "theme")


def packaged_folder() -> Path:
    """The templates shipped with deckgen; in a checkout, the repository's own folder."""
    installed = Path(str(files("deckgen"))) / "_templates"
    return installed if installed.is_dir() else Path(__file__).resolve().parents[3] / "templates"


def read_templates(bank: Path) -> tuple[dict[str, bytes], dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return all templates by path, those of them that are the bank's own, and what could not be read.

    The bank's own stand in `templates/` beside its folder; each original stays reachable as `deckgen/…`.
    """
    packaged = {name: path.read_bytes() for name, path in _templates(packaged_folder())}
    own: dict[str, bytes] = {}
    faults = list(_inside(bank / "templates", packaged))
    beside = bank.resolve().parent / "templates"
    if beside != packaged_folder().resolve():
        for name, path in _templates(beside):
            data = read_bytes(path, f"templates/{name}")
            if isinstance(data, Diagnostic):
                faults.append(data)
            else:
                own[name] = data
    originals = {f"deckgen/{name}": data for name, data in packaged.items()}
    return {**originals, **packaged, **own}, own, tuple(faults)


def _inside(folder: Path, packaged: dict[str, bytes]) -> Iterator[Diagnostic]:
    """Yield a finding where the templates stand in the bank's folder, in which nothing reads them."""
    if any(name in packaged for name, _ in _templates(folder)):
        why = "nothing reads these templates here; move the folder beside the bank's folder"
        yield misplaced_file(Span(folder.as_posix()), why)


def _templates(top: Path) -> Iterator[tuple[str, Path]]:
    for kind in _KINDS:
        for path in sorted((top / kind).rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                yield path.relative_to(top).as_posix(), path
