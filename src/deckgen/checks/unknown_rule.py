"""A rule whose severity is set in `bank.yaml` exists, and it may be changed.

A misspelt code would change nothing. Findings about keys (K…), exams (E…) and the shape of files (S…) are always
errors: a paper with a wrong key is worse than none.

Wrong:

    severity:
      W8O1: note

Right:

    severity:
      W801: note
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks import FIXED, rules
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.ignoring import OF_A_BUILD
from deckgen.checks._shared.near import did_you_mean
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "B615"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find severities of no rule, or of one that no bank changes."""
    known = [rule.code for rule in rules()]
    for one in bank.head.severity:
        if one.rule.startswith((*FIXED, *OF_A_BUILD)):
            message = f"`{one.rule}` keeps its severity in every bank; remove this line"
            yield Diagnostic(one.origin.span, CODE, message)
        elif one.rule not in known:
            cure = did_you_mean(one.rule, known) or "; `deckgen explain` knows the codes"
            yield Diagnostic(one.origin.span, CODE, f"`{one.rule}` is no rule{cure}")
