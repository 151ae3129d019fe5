"""The rules: each a module with `CODE`, `SEVERITY`, a docstring and `check(bank, context)`; it is a rule by being here.

The docstring is what `deckgen explain` prints: the law, the reason, a wrong and a right example. A module with
`LAST = True` is asked when all others have spoken. What several rules stand on is in `_shared`.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, cast

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.guess_score import FEWEST as FEWEST_GUESSED
from deckgen.checks._shared.guess_score import GuessScore, guess_score
from deckgen.checks._shared.guess_score import describe as describe_guess
from deckgen.checks._shared.ignoring import NEVER_IGNORED, Ignored, split_ignored
from deckgen.checks._shared.near import did_you_mean
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.names import full_name

__all__ = [
    "FEWEST_GUESSED",
    "FIXED",
    "NEVER_IGNORED",
    "Context",
    "Defect",
    "GuessScore",
    "Ignored",
    "Rule",
    "Verdict",
    "describe_guess",
    "did_you_mean",
    "guess_score",
    "rules",
    "run_checks",
]

FIXED: Final = ("S", "K", "E", "B615", "B621")
"""How the codes start whose severity no bank changes: a file that is unreadable, a key that is wrong, no exam."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, its severity unless the bank says otherwise, its page, and its check."""

    name: str
    code: str
    severity: Severity
    doc: str
    check: Callable[[Bank, Context], Iterator[Diagnostic]]
    is_last: bool


@dataclass(frozen=True, slots=True)
class Defect:
    """A rule of ours that failed, and the full name of the item that it failed on, where one alone makes it fail."""

    code: str
    item: str | None
    error: Exception


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the rules say of a bank: findings that count, findings that its author accepts, and rules that failed."""

    found: tuple[Diagnostic, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    defects: tuple[Defect, ...] = ()


def rules() -> tuple[Rule, ...]:
    """Find every rule of this package, in the order of their codes."""
    found = [_rule(info.name) for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")]
    return tuple(sorted(found, key=lambda rule: rule.code))


def run_checks(context: Context, chosen: Iterable[Rule] | None = None) -> Verdict:
    """Run all rules, or those chosen; findings carry the severity that the bank wants. A rule that fails stops none."""
    found: list[Diagnostic] = []
    defects: list[Defect] = []
    for rule in sorted(rules() if chosen is None else chosen, key=lambda rule: rule.is_last):
        failed = frozenset(defect.code for defect in defects)
        asked = replace(context, raised=tuple(found), failed=failed) if rule.is_last else context
        severity = _severity(rule, context.bank)
        try:
            found.extend(replace(one, severity=severity) for one in rule.check(context.bank, asked))
        except Exception as error:
            defects.append(Defect(rule.code, _culprit(rule, asked), error))
    kept, ignored = split_ignored(context.bank, found, context.today)
    return Verdict(kept, ignored, tuple(defects))


def _severity(rule: Rule, bank: Bank) -> Severity:
    if rule.code.startswith(FIXED):
        return rule.severity
    wanted: dict[str, Severity] = {one.rule: one.severity for one in bank.head.severity}
    return wanted.get(rule.code, rule.severity)


def _culprit(rule: Rule, context: Context) -> str | None:
    """Return the first item on which a rule fails when the bank holds no other."""
    for module in context.bank.modules:
        for item in module.items:
            alone = replace(context.bank, modules=(replace(module, items=(item,)),))
            try:
                list(rule.check(alone, replace(context, bank=alone)))
            except Exception:
                return full_name(module, item.id)
    return None


def _rule(name: str) -> Rule:
    module = importlib.import_module(f"{__name__}.{name}")
    doc = cast(str, module.__doc__)
    return Rule(name, module.CODE, module.SEVERITY, doc, module.check, getattr(module, "LAST", False))
