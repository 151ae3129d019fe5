"""A `why` does not open with the opposite of its option's mark.

Either the mark is wrong or the reason stands under the wrong option. Only an opening that leaves no doubt counts:
"Correct.", "This is the right answer", "Wrong:" and the like. "Right after the start …", "Correct, but …" and "No, it
ends" are none. Reasons that judge a claim and not the option, as where the wrong sentence is sought, are told by what
they have in common: no opening of the item agrees with its mark. Those of an item with two options are judged only
where they speak of the answer. 262 published questions had no such opening. On 404 items made to mislead the rules it
had spoken 44 times, each time falsely, before it told these apart; it is silent on them now.

Wrong:

    options:
      - text: Deployment
        why: |
          Correct. It runs the script until it ends.
      - text: Job
        correct: true
      - text: DaemonSet

Right:

    options:
      - text: Deployment
        correct: true
        why: |
          Correct. It keeps the server running.
      - text: Job
      - text: CronJob
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.lead_in import lead_ins
from deckgen.checks._shared.sought import seeks_a_belief, seeks_a_degree, seeks_the_wrong
from deckgen.checks._shared.verdicts import has_doubt
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Option
from deckgen.model.plain import plain

CODE: Final = "K106"
SEVERITY: Final = Severity.ERROR
_MAY_OPEN: Final = re.compile(
    r"\W*(?:correct|right|wrong|incorr|false|not\s+[cr]|th(?:is|at)\b|it['’ ]|(?:the|an?)\s+(?:cor|right|wrong|in))",
    re.IGNORECASE,
)
_BECAUSE: Final = r"(?:because|since(?!\s+\d)|as(?!\s+(?:long|far|soon|well|of))|for)\b"
_STOP: Final = rf"(?=\s*(?:$|[:;!—–]|\.(?!\s*\d)|,\s+(?:{_BECAUSE}|(?:it|this|that)\b)|\s-\s))"
_ANSWER: Final = r"(?:answer|option|choice|one)"
_THIS_IS: Final = r"(?:this|that|it)(?:['’]s|\s+is)\s+"


def _opening(bare: str, judgement: str) -> re.Pattern[str]:
    named = rf"(?:{_THIS_IS})?(?:(?:the|an?)\s+)?{judgement}\s+(?P<noun>{_ANSWER})(?:{_STOP}|(?=\s+{_BECAUSE}))"
    return re.compile(rf"\W*(?P<words>{named}|(?:{bare}|{_THIS_IS}{judgement}){_STOP})", re.IGNORECASE)


_OPENINGS: Final = {
    True: _opening("correct|right", "(?:correct|right)"),
    False: _opening("wrong|incorrect|false|not (?:correct|right)", "(?:wrong|incorrect|not (?:correct|right))"),
}
"""How a `why` calls its option right, and how wrong."""

_LEANS: Final = {
    True: re.compile(r"\W*(?:correct|right|true|yes)\b", re.IGNORECASE),
    False: re.compile(r"\W*(?:wrong|incorrect|false|no|not)\b", re.IGNORECASE),
}
"""How a `why` begins that may call its option, or what it says, right; and how wrong."""

_NEGATION: Final = re.compile(
    r"\b(?:not|no|never|cannot|wrong|incorrect|fails?|instead|rather|lacks?)\b|n['’]t\b", re.IGNORECASE
)
_JUDGES: Final = re.compile(
    r"(?:^|[,:.?!]\s+)(?:is|are|was|were|can|could|does|do|did|will|would|should|has|have|had|must|may)\b[^?]*\?"
    r"|\b(?:whether|(?:dis)?agree|judge|true or false|fact or)\b",
    re.IGNORECASE,
)
_JUDGEMENT: Final = re.compile(
    r"\W*(?:i\s+)?(?:(?:(?:strongly|fully)\s+)?(?:dis)?agree|do|yes|no|not|true|false|always|never|fact|myth)\b",
    re.IGNORECASE,
)
"""A question, and an option, that judge a claim: what a `why` calls wrong is the claim."""

_PAIR: Final = 2


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find a `why` that calls a distractor right or a key wrong in its first words."""
    if not bank.head.is_english:
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
    if not (option.correct or opening["noun"]) and _NEGATION.search(why, opening.end()):
        return None
    judges_the_option = not seeks_a_belief(item.stem) if opening["noun"] else _judges_options(item, option)
    return opening["words"] if judges_the_option else None


def _judges_options(item: Choice, option: Option) -> bool:
    """Tell whether a bare "Correct." means that its option is the answer, and not that it is a true claim."""
    if len(item.options) <= _PAIR or seeks_the_wrong(item.stem) or seeks_a_belief(item.stem):
        return False
    if any(map(_JUDGES.search, lead_ins(item.stem))) or any(_JUDGEMENT.match(one.text) for one in item.options):
        return False
    if not option.correct and seeks_a_degree(item.stem):
        return False
    against = [one for one in item.options if _LEANS[not one.correct].match(one.why)]
    agrees = any(_OPENINGS[one.correct].match(plain(one.why)) for one in item.options)
    return agrees or sum(not one.correct for one in against) < _PAIR


def _is_echo(words: str, item: Choice) -> bool:
    """Tell whether a word repeats an option instead of judging it."""
    first = words.casefold()
    return any(fold(option.text).startswith(first) for option in item.options)
