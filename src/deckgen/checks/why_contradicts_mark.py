"""A `why` does not open with the opposite of its option's mark.

Either the mark is wrong or the reason stands under the wrong option. Only an opening that leaves no doubt counts:
"Correct.", "This is the right answer", "Wrong:" and the like. "Right after the start …", "Correct, but …" and "No GPU
is …" are none, and a question that asks for what is wrong is left alone. 368 published items had no such opening.

Wrong:

    options:
      - text: Deployment
        why: |
          Correct. It runs the script until it ends.

Right:

    options:
      - text: Deployment
        correct: true
        why: |
          Correct. It keeps the server running.
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.english import is_english
from deckgen.checks._shared.lead_in import lead_ins
from deckgen.checks._shared.verdicts import has_doubt, seeks_the_wrong
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Option
from deckgen.model.plain import plain

CODE: Final = "K106"
SEVERITY: Final = Severity.ERROR
_MAY_OPEN: Final = re.compile(r"\W*(?:correct|right|yes|th(?:is|at)\b|it['’ ]|wrong|incorrect|no\b)", re.IGNORECASE)
_STOP: Final = r"\s*(?:$|[,:;!—–]|\.(?!\s*\d)|\s-\s)"
_ANSWER: Final = r"(?:answer|option|choice|one)"
_OPENINGS: Final = {
    True: re.compile(
        rf"\W*(?P<words>correct|right|yes|(?:this|that|it)(?:['’]s|\s+is)\s+(?:the\s+)?(?:correct|right)(?P<noun>\s+{_ANSWER})?){_STOP}",
        re.IGNORECASE,
    ),
    False: re.compile(
        rf"\W*(?P<words>wrong|incorrect|no|(?:this|that|it)(?:['’]s|\s+is)\s+(?:an?\s+|the\s+)?(?:wrong|incorrect)(?P<noun>\s+{_ANSWER})?)"
        rf"{_STOP}",
        re.IGNORECASE,
    ),
}
"""How a `why` calls its option right, and how wrong."""

_NEGATION: Final = re.compile(
    r"\b(?:not|no|never|cannot|wrong|incorrect|fails?|instead|rather|lacks?)\b|n['’]t\b", re.IGNORECASE
)
_YES_NO: Final = re.compile(
    r"(?:^|[,:]\s+)(?:is|are|was|were|can|could|does|do|did|will|would|should|has|have|must|may)\b[^?]*\?",
    re.IGNORECASE,
)


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find a `why` that calls a distractor right or a key wrong in its first words."""
    if not is_english(bank):
        return
    for module in bank.modules:
        for item in module.choices:
            for option in item.options:
                words = _contradiction(option, item) if option.why and _MAY_OPEN.match(option.why) else None
                if words:
                    marked = "is marked `correct`" if option.correct else "is not marked"
                    message = f"`{words}`, but this option {marked}; correct the mark or the reason"
                    yield Diagnostic(option.origin.of("why"), CODE, message)


def _contradiction(option: Option, item: Choice) -> str | None:
    """Return the words with which a `why` opens against its option's mark."""
    why = plain(option.why)
    opening = _OPENINGS[not option.correct].match(why)
    if opening is None or not item.key or has_doubt(why) or _is_echo(opening["words"], item):
        return None
    is_outright = option.correct or bool(opening["noun"]) or why[opening.end("words") :].lstrip()[:1] in ("", ".", "!")
    if not is_outright and _NEGATION.search(why, opening.end()):
        return None
    return None if seeks_the_wrong(item.stem) and not opening["noun"] else opening["words"]


def _is_echo(words: str, item: Choice) -> bool:
    """Tell whether a word repeats an option, or answers a question that is put so, instead of judging."""
    first = words.casefold()
    if any(fold(option.text).startswith(first) for option in item.options):
        return True
    return first in ("yes", "no") and any(_YES_NO.search(one) for one in lead_ins(item.stem))
