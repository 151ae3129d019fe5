"""The rules: each a module with `CODE`, `SEVERITY`, a docstring and `check(bank, index)`; it is a rule by being here.

The docstring is what `deckgen explain` prints: the law, the reason, a wrong and a right example. A module whose name
starts with `_` is no rule; it holds what several rules share.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, cast

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.names import Index

FIXED: Final = ("S", "K", "B615")
"""How the codes start whose severity no bank changes: a file that is unreadable, a key that is wrong."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code, its severity unless the bank says otherwise, its page, and its check."""

    name: str
    code: str
    severity: Severity
    doc: str
    check: Callable[[Bank, Index], Iterator[Diagnostic]]


def rules() -> tuple[Rule, ...]:
    """Find every rule of this package, in the order of their codes."""
    found = [_rule(info.name) for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")]
    return tuple(sorted(found, key=lambda rule: rule.code))


def run_checks(bank: Bank) -> Iterator[Diagnostic]:
    """Run every rule over the bank; findings carry the severity that the bank wants."""
    index = Index.of(bank)
    wanted: dict[str, Severity] = {one.rule: one.severity for one in bank.head.severity}
    for rule in rules():
        severity = rule.severity if rule.code.startswith(FIXED) else wanted.get(rule.code, rule.severity)
        for finding in rule.check(bank, index):
            yield replace(finding, severity=severity)


def _rule(name: str) -> Rule:
    module = importlib.import_module(f"{__name__}.{name}")
    doc = cast(str, module.__doc__)
    return Rule(name, module.CODE, module.SEVERITY, doc, module.check)
