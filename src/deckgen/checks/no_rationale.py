"""An item says why its key is right.

Without it, who guessed right never finds out why, and who was wrong learns only that. A `rationale` says it, or a
`why` at each key; one that repeats a letter or the key's text says nothing, and nor does "TODO".
Measured on 368 published items: 13 of 13 findings judged true. An open question has its model answer.

Wrong:

    options:
      - text: Job
        correct: true
      - text: Deployment
    rationale: The answer is Job.

Right:

    options:
      - text: Job
        correct: true
      - text: Deployment
    rationale: |
      The script ends, and a Job records that it has.
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Option
from deckgen.model.plain import plain

CODE: Final = "R403"
SEVERITY: Final = Severity.WARNING
_FRAME: Final = re.compile(
    r"^(?:so |thus |therefore )?"
    r"(?:(?:the )?(?:(?:correct|right|best) )?(?:answer|option|choice|key)s?(?: is| are)? )?(?:option )?"
    r"|(?: is| are)?(?: the)?(?: (?:correct|right))(?: (?:answer|option|choice))?s?$"
)
_LETTERS: Final = re.compile(r"\(?[a-h]\)?(?:(?: and | & | )\(?[a-h]\)?)*")
_NOTHING: Final = re.compile(
    r"(?:todo|tbd|fixme|xxx|n/?a|see (?:above|below)|to be (?:written|done|added)|as (?:above|stated|explained above)"
    r"|(?:it|this|that|which)(?: is|['’]s) (?:simply |just )?(?:the )?(?:correct|right|best)"
    r"(?: (?:one|answer|option|choice))?)\b"
    r"[\s.:!]*(?:rationale|reason|explanation|why)?[\s.:!]*"
)
"""What promises a reason or repeats that the key is right."""
_SHORT: Final = 60
"""How many characters a rationale may have beyond the keys' texts and still say nothing."""


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find choice items whose key nobody explains; what could not be read is not missing."""
    for module in bank.modules:
        for item in module.choices:
            if item.key and not _has_reasons(item.key) and not _is_explained(item):
                message, place = _fault(item)
                yield Diagnostic(place, CODE, message)


def _has_reasons(options: tuple[Option, ...]) -> bool:
    return all(option.why or "why" in option.origin.marks for option in options)


def _is_explained(item: Choice) -> bool:
    if not item.rationale:
        return "rationale" in item.origin.marks
    if len(item.rationale) > _SHORT + sum(len(option.text) for option in item.key):
        return True
    said = fold(plain(item.rationale)).rstrip(".:,;")
    if _NOTHING.fullmatch(said):
        return False
    rest = _FRAME.sub("", said).strip()
    keys = [fold(plain(option.text)) for option in item.key]
    repeats = {*keys, " and ".join(keys), " ".join(keys)}
    return not (
        rest in repeats or said in repeats or not rest or _LETTERS.fullmatch(rest) or _lettered(rest) in repeats
    )


def _lettered(text: str) -> str:
    return re.sub(r"^\(?[a-h][).]? ", "", text)


def _fault(item: Choice) -> tuple[str, Span]:
    if item.rationale:
        return f"the rationale of `{item.id}` only repeats the answer; say why it is right", item.origin.of("rationale")
    return f"`{item.id}` has no rationale; say why its key is right", item.origin.span
