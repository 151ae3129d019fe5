"""Which findings an author accepts: `ignore` in what has a name, with a reason and perhaps an end."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from deckgen.diagnostics import Diagnostic
from deckgen.model.bank import Bank
from deckgen.model.fact import Fact
from deckgen.model.item import Choice, Ignore, Open
from deckgen.model.module import Module
from deckgen.model.names import Named, full_name, named_things
from deckgen.model.places import Places

NEVER_IGNORED: Final = ("S", "K", "B621", "B622", "B623")
"""How the codes start that no author can accept: a file that is unreadable, a key that is wrong, an `ignore`."""

OF_A_BUILD: Final = ("W802", "W803", "W804", "W809", "W810", "W811")
"""What no rule says, but formats while they are written: their codes mean nothing to `ignore` and `severity`."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding that an author accepts, and why."""

    finding: Diagnostic
    reason: str


def split_ignored(
    bank: Bank, findings: Iterable[Diagnostic], today: date
) -> tuple[tuple[Diagnostic, ...], tuple[Ignored, ...]]:
    """Return the findings that count, and those that are ignored on this day."""
    ignores = _in_force(bank, today)
    if not ignores:
        return tuple(findings), ()
    places = Places.of(bank)
    kept, ignored = [], []
    for finding in findings:
        ignore = ignores.get((places.at(finding.span), finding.code))
        if ignore is None:
            kept.append(finding)
        else:
            ignored.append(Ignored(finding, ignore.reason.strip()))
    return tuple(kept), tuple(ignored)


def live_things(module: Module) -> Iterator[Named]:
    """Yield everything that has a name and has not been retired as a whole."""
    for thing in named_things(module):
        if not isinstance(thing, Choice | Open | Fact) or thing.retired is None:
            yield thing


def is_over(ignore: Ignore, today: date) -> bool:
    """Tell whether the finding counts again."""
    return ignore.until is not None and ignore.until <= today


def _in_force(bank: Bank, today: date) -> dict[tuple[str, str], Ignore]:
    """Return what is ignored, by the full name of the thing and the code of the rule."""
    return {
        (full_name(module, thing.id), ignore.rule): ignore
        for module in bank.modules
        for thing in named_things(module)
        for ignore in thing.ignore
        if not is_over(ignore, today) and not ignore.rule.startswith(NEVER_IGNORED)
    }
