"""The last lines of a report: how many findings, how many held back, how well a guesser does."""

from collections.abc import Iterable

from deckgen.checks import FEWEST_GUESSED, GuessScore, describe_guess
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.reports.report import Report


def counted(findings: Iterable[Diagnostic]) -> str:
    """Return how many findings there are of each severity, as in `2 errors, 1 note`."""
    severities = [one.severity for one in findings]
    parts = [_several(severities.count(one), one) for one in Severity if one in severities]
    return ", ".join(parts) or "no findings"


def remarks(report: Report) -> list[str]:
    """Return what is to be said after the counts; nothing of a baseline where there is none."""
    return [line for line in (_baseline(report), guess_line(report.guess)) if line]


def guess_line(guess: GuessScore | None) -> str:
    """Return the guess score of a bank in words; nothing where it has too few items to tell."""
    return describe_guess(guess) if guess is not None and guess.of >= FEWEST_GUESSED else ""


def _baseline(report: Report) -> str:
    if report.gone is None:
        return ""
    held = f"{_several(len(report.held_back), 'finding')} held back by the baseline"
    if not report.gone:
        return held
    return f"{held}; {_several(report.gone, 'finding')} of it {'is' if report.gone == 1 else 'are'} gone, write it anew"


def _several(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
