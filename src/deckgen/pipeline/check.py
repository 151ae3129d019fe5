"""Read a bank and prove it."""

import functools
import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from deckgen.assemble.draw import drawing_faults
from deckgen.checks import Context, Defect, GuessScore, Ignored, Verdict, run_checks
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.lock import Lock
from deckgen.model.origin import NOWHERE
from deckgen.sources.bank_yaml import BankReading, read_bank
from deckgen.sources.lock_text import read_lock
from deckgen.sources.text_file import decode_text, read_bytes


@dataclass(frozen=True, slots=True)
class Checked:
    """A bank with its lock and all that was found in them, sorted by place; what its author accepts; rules that failed.

    `guess` tells how well somebody does who only looks at lengths; `context` keeps what the rules have worked out.
    """

    reading: BankReading
    lock: Lock
    lock_bytes: bytes
    findings: tuple[Diagnostic, ...]
    ignored: tuple[Ignored, ...] = ()
    defects: tuple[Defect, ...] = ()
    guess: GuessScore | None = None
    context: Context | None = None

    @property
    def has_errors(self) -> bool:
        """Whether a build would be refused."""
        return has_errors(self.findings)


def has_errors(findings: Sequence[Diagnostic]) -> bool:
    """Tell whether any finding is an error."""
    return any(one.severity is Severity.ERROR for one in findings)


def check(folder: Path, today: date) -> Checked:
    """Read a bank and run every rule on what could be read; facts are due, and `ignore` ends, by `today`."""
    with no_collector():
        reading = read_bank(folder)
        lock, lock_bytes, lock_faults = read_lock(folder)
        context = None if reading.bank is None else Context(reading.bank, _of_version(reading.bank, lock), today)
        verdict = Verdict() if context is None else run_checks(context)
        found = {*reading.faults, *lock_faults, *verdict.found}
        guess = None if context is None else context.guess
        findings = tuple(sorted(found))
        return Checked(reading, lock, lock_bytes, findings, verdict.ignored, verdict.defects, guess, context)


def _of_version(bank: Bank, lock: Lock) -> Lock:
    """Return a lock; without what is out, where nobody knows which version is in the making."""
    return lock if bank.head.origin is not NOWHERE else replace(lock, stamps={})


def check_exams(folder: Path, today: date) -> Checked:
    """Check a bank and, where a build would not be refused, try whether its exams can be drawn."""
    with no_collector():
        checked = check(folder, today)
        bank, context = checked.reading.bank, checked.context
        if checked.defects or checked.has_errors or bank is None or context is None:
            return checked
        found = {fault for exam in bank.exams for fault in drawing_faults(bank, exam, context.alike)}
        return replace(checked, findings=tuple(sorted({*checked.findings, *found})))


def reader_of_lines() -> Callable[[str], Sequence[str]]:
    """Return what gives the lines of an authored file by its name, and none of one that cannot be read."""

    @functools.cache
    def lines(name: str) -> Sequence[str]:
        data = read_bytes(Path(name), name)
        text = decode_text(data, name) if isinstance(data, bytes) else data
        return text.split("\n") if isinstance(text, str) else ()

    return lines


@contextmanager
def no_collector() -> Iterator[None]:
    """Pause the garbage collector: a bank is a tree that lives to the end, and walking it takes most of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.freeze()  # else the first collection afterwards walks the whole bank once more
            gc.enable()
