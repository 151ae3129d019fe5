"""Check, draw, write, publish."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from deckgen import __version__
from deckgen.assemble.draw import draw
from deckgen.checks import Context, Defect, GuessScore
from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.accepted import remembered
from deckgen.model.bank import Bank
from deckgen.model.edition import Artifact, Edition, PaperSize
from deckgen.model.form import Paper
from deckgen.model.lock import Lock, Stamp
from deckgen.pipeline.check import check, has_errors, no_collector
from deckgen.pipeline.exams import exam_named
from deckgen.pipeline.lost_lock import lost_lock
from deckgen.pipeline.pdf import printed
from deckgen.press.crew import CannotPrint, Crew, open_crew
from deckgen.publish import CannotPublish, Outcome, Output, Scope, open_output, publish, refuse_blocked, write_whole
from deckgen.sources import faults
from deckgen.sources.bank_yaml import BankReading
from deckgen.sources.lock_text import LOCK_FILE, format_lock, read_lock_bytes
from deckgen.sources.templates import packaged_folder, read_templates
from deckgen.writers import writer

__all__ = ["Built", "CannotPrint", "Wish", "build"]

_SKEW: Final = 3600
"""By how many seconds the clocks of two machines may differ before that is worth a word."""

_FALLBACK: Final = "theme/fonts/mono.woff2"
"""The font that a PDF takes for what the fonts of its page do not have, or where the page brings none."""

_NO_LOCK: Final = (
    "there is no lock to build from; where a deck was released, restore it from git, or run `deckgen adopt` with that"
    " deck; else run `deckgen build` and commit it"
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a build is asked for; `None` means everything, or what the bank says."""

    out: Path
    formats: tuple[str, ...]
    exams: tuple[str, ...] | None = None
    forms: int | None = None
    seed: str | None = None
    locked: bool = False
    pdf: bool = False
    paper: PaperSize = PaperSize.A4
    large_print: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found, what it changed on the disk (nothing when there is an error), and a guesser's score."""

    findings: tuple[Diagnostic, ...]
    outcome: Outcome | None = None
    defects: tuple[Defect, ...] = ()
    guess: GuessScore | None = None


def build(folder: Path, wish: Wish, now: int, tell: Callable[[str], None]) -> Built:
    """Build a bank; with any error nothing is written. `now` dates what changed, `tell` hears of each step."""
    with _press(wish) as crew, no_collector():
        tell("reading and checking")
        checked = check(folder, datetime.fromtimestamp(now, UTC).date())
        if checked.defects or checked.has_errors or checked.reading.bank is None:
            return Built(checked.findings, defects=checked.defects, guess=checked.guess)
        _refuse_unknown_exams(checked.reading.bank, wish)
        lock, lock_bytes = checked.lock, checked.lock_bytes
        lost = lost_lock(folder, checked.reading.bank.head, lock, wish.out)
        if lost:
            return Built(tuple(sorted([*checked.findings, lost])), guess=checked.guess)
        templates, own, template_faults = read_templates(folder)
        tell("drawing forms")
        papers, drawing_faults = _draw(checked.reading.bank, wish, checked.context)
        found = [*checked.findings, *template_faults, *drawing_faults]
        if has_errors(found):
            return Built(tuple(sorted(found)), guess=checked.guess)
        inputs = {**checked.reading.inputs, **{f"templates/{name}": data for name, data in own.items()}}
        edition = Edition(
            bank=checked.reading.bank,
            papers=papers,
            templates=templates,
            lock=lock,
            now=now,
            sha256=_bank_hash(checked.reading),
            deckgen=__version__,
            paper=wish.paper,
            large_print=wish.large_print,
        )
        written = _write(edition, wish.formats, tell)
        found += written.findings
        after = lock.updated(written.stamps, edition.bank.head.version)
        after = remembered(edition.bank, edition.index, after)
        found += _behind(folder, lock, after, now)
        new_lock = _bytes_of(after, lock_bytes)
        if wish.locked and new_lock != lock_bytes:
            found.append(_stale_lock(folder, lock, after))
        if has_errors(found):
            return Built(tuple(sorted(found)), guess=checked.guess)
        pdfs = printed(written.outputs, wish.out, crew, tell)
        tell("writing files")
        outcome = _publish(folder, wish, edition, (*written.outputs, *pdfs), lock_bytes, new_lock, inputs)
        return Built(tuple(sorted(found)), outcome, guess=checked.guess)


@contextmanager
def _press(wish: Wish) -> Iterator[Crew | None]:
    """Take on who prints before anything else is done, so that what is not installed is told at once."""
    if not wish.pdf:
        yield None
        return
    with open_crew({_FALLBACK: (packaged_folder() / _FALLBACK).read_bytes()}) as crew:
        yield crew


@dataclass(frozen=True, slots=True)
class _Written:
    outputs: tuple[Output, ...]
    stamps: tuple[Stamp, ...]
    findings: tuple[Diagnostic, ...]


def _write(edition: Edition, formats: tuple[str, ...], tell: Callable[[str], None]) -> _Written:
    outputs: list[Output] = []
    stamps: list[Stamp] = []
    findings: list[Diagnostic] = []
    for name in formats:
        tell(name)
        for one in writer(name).write(edition):
            if isinstance(one, Artifact):
                outputs.append(Output(one, name))
            elif isinstance(one, Stamp):
                stamps.append(one)
            else:
                findings.append(one)
    return _Written(tuple(outputs), tuple(stamps), tuple(dict.fromkeys(findings)))


def _refuse_unknown_exams(bank: Bank, wish: Wish) -> None:
    for name in wish.exams or ():
        exam_named(bank, name)


def _draw(bank: Bank, wish: Wish, context: Context | None) -> tuple[tuple[Paper, ...], list[Diagnostic]]:
    papers: list[Paper] = []
    found: list[Diagnostic] = []
    alike = None if context is None else context.alike
    for exam in bank.exams:
        if wish.exams is None or exam.id in wish.exams:
            paper, faults_of_exam = draw(bank, exam, forms=wish.forms, seed=wish.seed, alike=alike)
            found += faults_of_exam
            if paper is not None:
                papers.append(paper)
    return tuple(papers), found


def _publish(
    folder: Path,
    wish: Wish,
    edition: Edition,
    outputs: Sequence[Output],
    lock_bytes: bytes,
    new_lock: bytes,
    inputs: dict[str, bytes],
) -> Outcome:
    listed = {**inputs, LOCK_FILE: new_lock}
    facts = {
        "deckgen": __version__,
        "bank": {"id": edition.bank.head.id, "version": edition.bank.head.version, "sha256": edition.sha256},
        "inputs": {name: hashlib.sha256(data).hexdigest() for name, data in sorted(listed.items()) if data},
    }
    exams = None if wish.exams is None else frozenset(wish.exams)
    with open_output(wish.out) as out:
        if read_lock_bytes(folder) != lock_bytes:
            raise CannotPublish(f"{folder / LOCK_FILE} changed while the build ran; build again")
        refuse_blocked(out, [output.path for output in outputs])
        if new_lock != lock_bytes:
            _remember(folder / LOCK_FILE, new_lock)
        return publish(outputs, out, Scope(frozenset(wish.formats), exams), facts)


def _bytes_of(lock: Lock, on_disk: bytes) -> bytes:
    """Return what the lock's file is to hold; one that never held anything is not begun."""
    return format_lock(lock) if lock.entries or on_disk else b""


def _remember(path: Path, data: bytes) -> None:
    """Write the lock before any artifact: a build cut off after it makes the same artifacts again."""
    try:
        write_whole(path, data)
    except OSError as error:
        raise CannotPublish(f"cannot write {path}: {error.strerror}") from error


def _stale_lock(folder: Path, before: Lock, after: Lock) -> Diagnostic:
    place = Span((folder / LOCK_FILE).as_posix())
    if not before.entries:
        return faults.stale_lock(place, _NO_LOCK)
    old, new = before.entries, after.entries
    moved = [*(key for key in sorted(new) if old.get(key) != new[key]), *(key for key in sorted(old) if key not in new)]
    things = list(dict.fromkeys(key[1] for key in moved))
    names = ", ".join(f"`{name}`" for name in things[:3]) or "its layout"
    more = len(things) - 3
    and_more = f" and {more} more" if more > 0 else ""
    why = f"the lock is behind the bank ({names}{and_more}); run `deckgen build` and commit the lock"
    return faults.stale_lock(place, why)


def _behind(folder: Path, before: Lock, after: Lock, now: int) -> list[Diagnostic]:
    """Return a warning where something is dated by a clock that stands before the last change."""
    old = {key: one.time for key, one in before.stamps.items()}
    if now >= before.latest - _SKEW or all(old.get(key, -1) >= one.time for key, one in after.stamps.items()):
        return []
    words = [datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") for time in (now, before.latest)]
    return [faults.clock_behind_lock(Span((folder / LOCK_FILE).as_posix()), *words)]


def _bank_hash(reading: BankReading) -> str:
    """Return the hash of all files of the bank, names and contents."""
    digest = hashlib.sha256()
    for name, data in sorted(reading.inputs.items()):
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()
