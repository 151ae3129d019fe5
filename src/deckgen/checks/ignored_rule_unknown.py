"""What is ignored is a rule, and one that may be ignored.

A misspelt code would silence nothing. Findings about keys (K…) and about the shape of files (S…) cannot be accepted: a
learner would be marked by them. Nor can what is said of `ignore` itself, and what exams (E…) and formats (W802 to W804,
W809 to W811) say belongs to nothing that has a name.

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

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks import rules
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.ignoring import NEVER_IGNORED, OF_A_BUILD
from deckgen.checks._shared.near import did_you_mean
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.names import named_things

CODE: Final = "B621"
SEVERITY: Final = Severity.ERROR
_OF_EXAMS: Final = re.compile(r"E\d{3}")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find entries of `ignore` that name no rule, or one that cannot be ignored."""
    known = [rule.code for rule in rules() if not rule.code.startswith(NEVER_IGNORED)]
    for module in bank.modules:
        for thing in named_things(module):
            for ignore in thing.ignore:
                if fault := _fault(ignore.rule, known):
                    yield Diagnostic(ignore.origin.of("rule"), CODE, fault)


def _fault(code: str, known: list[str]) -> str:
    if code.startswith(NEVER_IGNORED):
        return f"`{code}` cannot be ignored; mend what it finds and remove this entry"
    if code in known:
        return ""
    if code in OF_A_BUILD or _OF_EXAMS.fullmatch(code):
        return f"`{code}` is not said of anything with a name; remove this entry"
    return f"`{code}` is no rule" + (did_you_mean(code, known) or "; `deckgen explain` knows the codes")
