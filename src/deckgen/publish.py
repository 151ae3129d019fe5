"""Artifacts onto the disk: whole files or none, and nothing outside the output folder."""

import hashlib
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from deckgen.model.edition import Artifact

MANIFEST: Final = "manifest.json"
_STAGE: Final = ".deckgen-stage"
_LOCK: Final = ".deckgen-lock"


class CannotPublish(Exception):
    """The output folder cannot be written as asked; the message is for the user."""


@dataclass(frozen=True, slots=True)
class MadeOf:
    """What a PDF was made of: the hash of its page, and of all else that has a say in its bytes."""

    page: str
    press: str


@dataclass(frozen=True, slots=True)
class Output:
    """An artifact and the format that made it; and, of a PDF, what it was made of."""

    artifact: Artifact
    format: str
    made_of: MadeOf | None = None

    @property
    def path(self) -> str:
        """The artifact's path in the output folder."""
        return str(self.artifact.path)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build changed, as paths in the output folder."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """The formats and exams that a run was asked for; `None` means all."""

    formats: frozenset[str]
    exams: frozenset[str] | None

    def covers(self, entry: Mapping[str, Any]) -> bool:
        """Tell whether this run would have made again what the manifest lists."""
        exam = entry.get("exam")
        return entry.get("format") in self.formats and (exam is None or self.exams is None or exam in self.exams)


@contextmanager
def open_output(out: Path) -> Iterator[Path]:
    """Hold the output folder for one build; a second build at the same time is refused with a message."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotPublish(f"cannot make the folder {out}: {error.strerror}; choose another `--out`") from error
    with _hold_lock(out) as is_mine:
        if not is_mine:
            raise CannotPublish(f"another build is writing to {out}; wait for it, or choose another `--out`")
        shutil.rmtree(out / _STAGE, ignore_errors=True)
        try:
            yield out
        except OSError as error:
            raise CannotPublish(f"cannot write {error.filename or out}: {error.strerror}") from error
        finally:
            shutil.rmtree(out / _STAGE, ignore_errors=True)


def publish(outputs: Iterable[Output], out: Path, scope: Scope, facts: Mapping[str, Any]) -> Outcome:
    """Write what differs, remove what an earlier build made and this one did not, and write the manifest.

    The manifest names old and new files before the first is touched, so that a build that is cut off leaves nothing
    that a later one would not know as its own. `facts` open the manifest. Call it within `open_output`.
    """
    new = {output.path: output for output in outputs}
    old = read_entries(out)
    listed = {path: _entry(output) for path, output in new.items()}
    kept = {path: entry for path, entry in old.items() if path not in new and not scope.covers(entry)}
    gone = [path for path in old if path not in new and path not in kept]
    for path in (*new, *gone):
        _refuse_outside(out, path)
    if new.keys() - old.keys():
        write_whole(out / MANIFEST, _manifest(facts, {**old, **listed}), out)
    written = [path for path, output in new.items() if write_whole(out / path, output.artifact.data, out)]
    removed = [path for path in gone if _remove(out, path)]
    write_whole(out / MANIFEST, _manifest(facts, {**kept, **listed}), out)
    unchanged = new.keys() - set(written)
    return Outcome(tuple(sorted(written)), tuple(sorted(unchanged)), tuple(sorted(removed)))


def refuse_blocked(out: Path, paths: Iterable[str]) -> None:
    """Refuse, before anything is written, when a folder or a file stands where an output has to go."""
    for path in (*paths, MANIFEST):
        _refuse_outside(out, path)
        target = out / path
        if target.is_dir():
            raise CannotPublish(f"cannot write {target}: a folder stands there; move it away")
        for folder in target.relative_to(out).parents:
            if (out / folder).exists() and not (out / folder).is_dir():
                raise CannotPublish(f"cannot write {target}: {out / folder} is no folder; move it away")


def write_whole(path: Path, data: bytes, out: Path | None = None) -> bool:
    """Write a file through a temporary one and a rename, unless it holds these bytes already; tell whether it did."""
    if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
        return False
    stage = (out / _STAGE) if out else path.parent
    stage.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = stage / f".{path.name}.deckgen-new"
    temporary.write_bytes(data)
    temporary.replace(path)
    return True


def _refuse_outside(out: Path, path: str) -> None:
    top = out.resolve()
    parts = PurePosixPath(path)
    target = (top / parts).resolve()
    if parts.is_absolute() or ".." in parts.parts or not target.is_relative_to(top) or target == top:
        cure = f"remove the link, or the entry in {out / MANIFEST}, that leads there"
        raise CannotPublish(f"`{path}` would lie outside {out}; {cure}")


def _remove(out: Path, path: str) -> bool:
    target = out / path
    if not target.is_file():
        return False
    target.unlink()
    folder = target.parent
    while folder != out and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
    return True


def _entry(output: Output) -> dict[str, str]:
    entry = {"sha256": hashlib.sha256(output.artifact.data).hexdigest(), "format": output.format}
    exam = {} if output.artifact.exam is None else {"exam": output.artifact.exam}
    return entry | exam | ({} if output.made_of is None else asdict(output.made_of))


def _manifest(facts: Mapping[str, Any], outputs: Mapping[str, Any]) -> bytes:
    text = json.dumps({**facts, "outputs": dict(sorted(outputs.items()))}, indent=1, ensure_ascii=False)
    return (text + "\n").encode()


def read_entries(out: Path) -> dict[str, dict[str, Any]]:
    """Return what an earlier build listed; a manifest that is no manifest lists nothing."""
    try:
        outputs = json.loads((out / MANIFEST).read_bytes())["outputs"]
        return {path: dict(entry) for path, entry in outputs.items() if "\0" not in path and _is_entry(entry)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _is_entry(entry: Mapping[str, Any]) -> bool:
    return isinstance(entry.get("format"), str) and isinstance(entry.get("exam", ""), str)


@contextmanager
def _hold_lock(folder: Path) -> Iterator[bool]:
    """Hold a folder's lock file, which the system gives back even to a killed build; yield whether it was free."""
    with (folder / _LOCK).open("ab") as file:
        yield _take(file)


def _take(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
