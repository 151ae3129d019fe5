"""A stem says what it asks about before the options do.

"Which of these is true?" alone makes every option a question of its own: the learner judges four statements that have
nothing in common, and cannot think of the answer before looking. The idea belongs into the stem (Haladyna, Downing and
Rodriguez 2002; Rush and others 2016 count unfocused stems among the commonest flaws). Only a stem that is nothing else
is found, so the finding is structural; 368 published items had none.

Wrong: `stem: Which of the following statements is correct?`

Right: `stem: Which of these is true of a Job?`
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.plain import plain

CODE: Final = "I305"
SEVERITY: Final = Severity.WARNING
_LONGEST: Final = 120
_BRACKETS: Final = str.maketrans("()", "  ")
_COUNT: Final = r"(?:one|two|three|four|five|[2-5]|all|any)"
_THING: Final = (
    r"(?:statements?|sentences?|options?|answers?|choices?|claims?|assertions?|propositions?|facts?|items?|ones?)"
)
_OF: Final = r"(?:of|from|among) (?:the|these|those)"
_TRUE: Final = (
    r"(?:not |always |also |never |most |least |best |likely |probably |in)*"
    r"(?:true|correct|right|accurate|valid|false|wrong|untrue|best|applies|apply|holds?|appropriate)"
)
_UNFOCUSED: Final = re.compile(
    rf"(?:(?:which|what)(?: {_COUNT})?(?: {_OF})?(?: (?:following|below|above))?(?: {_COUNT})?(?: {_THING})?"
    r"(?: (?:below|above|given|here))?"
    rf"(?: (?:is|are|do|does|would be))?(?: the)? {_TRUE}(?: {_THING})?"
    rf"|(?:choose|select|pick|mark|tick|find|identify|name)(?: {_COUNT})?(?: of)?(?: the| all| an?)*"
    rf" (?:{_TRUE} {_THING}|{_THING} that (?:is|are) {_TRUE}|that apply))"
    rf"(?: (?:(?:choose|select|pick|mark|tick) )?(?:{_COUNT}|all that apply|all that are {_TRUE}))?"
)


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find choice items whose whole stem asks which option is true."""
    if not bank.head.is_english:
        return
    for module in bank.modules:
        for item in module.choices:
            if len(item.stem) < _LONGEST and _UNFOCUSED.fullmatch(_words(item.stem)):
                cure = "say what it is about, as in `Which of these is true of a Job?`"
                message = f"`{plain(item.stem)}` has no subject; {cure}"
                yield Diagnostic(item.origin.of("stem"), CODE, message)


def _words(stem: str) -> str:
    return fold(stem.translate(_BRACKETS))
