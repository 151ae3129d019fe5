"""Everything that a report says of a bank, whatever its format."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from deckgen.checks import NEVER_IGNORED, GuessScore, Ignored
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.places import Places
from deckgen.reports.fingerprints import fingerprints


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding, the full name of what it belongs to, its fingerprint, and for an ignored one the author's reason."""

    finding: Diagnostic
    about: str
    fingerprint: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What counts, what its author ignores, what a baseline holds back and how much of the baseline is gone."""

    findings: tuple[Entry, ...]
    ignored: tuple[Entry, ...] = ()
    held_back: tuple[Entry, ...] = ()
    gone: int | None = None
    guess: GuessScore | None = None
    is_whole: bool = True

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings that count, by themselves."""
        return tuple(entry.finding for entry in self.findings)

    def counts(self) -> dict[Severity, int]:
        """Return how many findings there are of each severity."""
        found = Counter(one.severity for one in self.diagnostics)
        return {severity: found[severity] for severity in Severity}

    def fails(self, strict: bool) -> bool:
        """Tell whether there is an error, or where it is to be strict a warning."""
        counts = self.counts()
        return counts[Severity.ERROR] > 0 or (strict and counts[Severity.WARNING] > 0)


def report_of(
    bank: Bank | None,
    findings: Sequence[Diagnostic],
    ignored: Sequence[Ignored] = (),
    baseline: frozenset[str] | None = None,
    guess: GuessScore | None = None,
    is_whole: bool = True,
) -> Report:
    """Sort out what was found in a bank; a baseline never holds back what no author can ignore."""
    places = Places.of(bank) if bank is not None else Places({}, {})
    whole = bank.head.id if bank is not None else ""
    found = _entries(places, whole, findings)
    accepted = sorted(ignored, key=lambda one: one.finding)
    known = baseline or frozenset()
    held = {entry for entry in found if entry.fingerprint in known and not entry.finding.code.startswith(NEVER_IGNORED)}
    return Report(
        findings=tuple(entry for entry in found if entry not in held),
        ignored=_entries(places, whole, [one.finding for one in accepted], [one.reason for one in accepted]),
        held_back=tuple(entry for entry in found if entry in held),
        gone=None if baseline is None or not is_whole else len(known - {entry.fingerprint for entry in found}),
        guess=guess,
        is_whole=is_whole,
    )


def _entries(
    places: Places, bank: str, findings: Sequence[Diagnostic], reasons: Iterable[str] | None = None
) -> tuple[Entry, ...]:
    abouts = [places.at(one.span) for one in findings]
    prints = fingerprints(zip(findings, abouts, strict=True), bank)
    return tuple(map(Entry, findings, abouts, prints, reasons or [""] * len(findings)))
