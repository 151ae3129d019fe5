"""What an item ignores is a rule, and one that may be ignored.

A misspelt code would silence nothing. Findings about keys (K…) and about the shape of files (S…) cannot be accepted: a
learner would be marked by them.

Wrong:

    ignore:
      - rule: K104
        reason: |
          The two are nearly the same.

Right:

    ignore:
      - rule: I201
        reason: |
          The key has to name all three mechanisms.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks import rules
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.ignoring import NEVER_IGNORED
from deckgen.checks._shared.near import did_you_mean
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "B621"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find entries of `ignore` that name no rule, or one that cannot be ignored."""
    known = [rule.code for rule in rules() if not rule.code.startswith(NEVER_IGNORED)]
    for module in bank.modules:
        for item in module.items:
            for ignore in item.ignore:
                if ignore.rule.startswith(NEVER_IGNORED):
                    message = f"`{ignore.rule}` cannot be ignored; mend what it finds and remove this entry"
                    yield Diagnostic(ignore.origin.of("rule"), CODE, message)
                elif ignore.rule not in known:
                    cure = did_you_mean(ignore.rule, known) or "; `deckgen explain` knows the codes"
                    yield Diagnostic(ignore.origin.of("rule"), CODE, f"`{ignore.rule}` is no rule{cure}")
