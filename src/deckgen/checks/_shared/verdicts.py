"""What a reason says of an option outright: that it is correct, or that it is the answer.

Only a sentence that says it without a doubt counts: "Deployment is correct." does, "Deployment is correct for servers",
"would be correct" and "Suppose it never ended. Deployment is correct." do not.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final, NamedTuple

from deckgen.checks._shared.item_prose import paragraphs

_SENTENCE: Final = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+")
_CLAUSE: Final = re.compile(r",\s+(?:and\s+)?(?:so|hence|thus|therefore|which is why)\s+")
_WELL: Final = r"(?:(?:also|both|all|therefore|thus|clearly|indeed|always)\s+){0,4}"
_NOUN: Final = r"(?:answer|option|choice)"
_END: Final = r"(?=\s*(?:$|[.!?;,:—–(])|\s+[-]\s|\s+(?:because|since|here)\b)"
_CORRECT: Final = rf"(?:correct(?!\s+{_NOUN})|right(?=,?\s+(?:because|since|as\s+(?:it|they))\b))"
"""Alone, `right` may mean a side, an angle, a party, or a person who is right in something else."""

_ANSWER: Final = rf"(?P<article>the|an?)?\s*(?:only\s+)?(?:correct|right)\s+(?P<noun>{_NOUN})s?"
_IS_CORRECT: Final = re.compile(
    rf"(?P<said>.+?)[\"'”’]?\s+(?:is|are|was|were)\s+{_WELL}"
    rf"(?:{_ANSWER}|(?:(?:the|an?)\s+)?(?:only\s+)?{_CORRECT}|the\s+(?P<bare>answer)){_END}",
    re.IGNORECASE,
)
_IS_ANSWER: Final = re.compile(
    rf"(?:(?:the|our|here,? the)\s+)?(?:only\s+)?"
    rf"(?:(?:correct|right|best)\s+{_NOUN}s?(?:\s+here|\s+in this case)?\s*(?::|=|\s(?:is|are|was|were))"
    rf"|answers?(?:\s+here|\s+in this case)?\s*(?::|=|\s(?:is|are))"
    rf"|correct:)\s*(?:(?:therefore|thus|hence|indeed|clearly),?\s+)?(?P<said>.+)"
    rf"|you\s+(?:should|must|have to)\s+(?:choose|pick|select)\s+(?P<chosen>.+)",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    rf"(?P<said>.+?)\s*(?::|—|–|\s-)\s*(?:correct|right(?=\s+{_NOUN}))(?:\s+(?P<noun>{_NOUN}))?{_END}", re.IGNORECASE
)
_MADE: Final = re.compile(
    rf".{{0,200}}?\bmak(?:es|ing)\s+(?P<said>.{{1,300}}?)\s+the\s+(?:only\s+)?(?:correct|right)\s+(?P<noun>{_NOUN}){_END}",
    re.IGNORECASE,
)
_STOP: Final = re.compile(r"[.!?;,:—–(]|\s-\s|\s(?:because|since|as|which|not|here)\b")
_MOST_STOPS: Final = 12
_LEAD: Final = re.compile(r"(?:so|thus|therefore|hence|here|in this case|clearly|and),?\s+", re.IGNORECASE)
_DOUBT_AFTER: Final = re.compile(
    r"\b(?:but|although|though|however|except|unless|only|would|yet|if|once|when|while|elsewhere|otherwise|whereas|were|"
    r"too(?=[,.;]|$)|less)\b",
    re.IGNORECASE,
)
_DOUBT_BEFORE: Final = re.compile(
    r"\b(?:suppose|imagine|assume|assuming|consider|if|were|think|believe|says?|said|claims?|tempt\w*|myth|mistake\w*|"
    r"misconception\w*|confus\w*|seems?|looks?|at first|learners|students|people|many|some|wrong|reasons?|argues?)\b"
    r"|:\s*$|\?\s*$",
    re.IGNORECASE,
)
_TURN: Final = re.compile(r"(?:but|however|yet|only|though|still|unfortunately|except|or so|wrong|no\b)", re.IGNORECASE)
_WORDS: Final = (
    *("orrect", "nswer", "right", "Right", "ORRECT", "NSWER", "RIGHT", "est choice", "est option"),
    *(" choose ", " pick ", " select "),
)


class Verdict(NamedTuple):
    """Who may be said to be right, the longest wording first; and whether it is called the answer."""

    said: tuple[str, ...]
    is_answer: bool


def may_judge(text: str) -> bool:
    """Tell whether a text can call an option correct, at little cost."""
    return any(map(text.__contains__, _WORDS))


def verdicts(text: str) -> Iterator[Verdict]:
    """Yield whom a reason in English calls correct, without a doubt."""
    for paragraph in paragraphs(text):
        sentences = ["", *_SENTENCE.split(paragraph), ""]
        for place, (before, sentence) in enumerate(pairwise(sentences[:-1]), start=2):
            if sentence and not _DOUBT_BEFORE.search(before) and not is_taken_back(sentences[place]):
                for clause in _CLAUSE.split(sentence):
                    yield from _verdicts(_LEAD.sub("", clause, count=1) if _LEAD.match(clause) else clause)


def has_doubt(text: str) -> bool:
    """Tell whether a text takes back in part what it says."""
    return bool(_DOUBT_AFTER.search(text))


def is_taken_back(following: str) -> bool:
    """Tell whether what follows a sentence starts by turning against it."""
    return bool(_TURN.match(following.lstrip(" .!?;—–")))


def _verdicts(clause: str) -> Iterator[Verdict]:
    for pattern in (_IS_CORRECT, _LABELLED, _MADE):
        found = pattern.match(clause)
        if found and not _DOUBT_AFTER.search(clause, found.end()):
            groups = found.groupdict()
            is_one = (groups.get("article") or "the").lower() == "the"
            yield Verdict((found["said"],), bool(groups.get("noun") and is_one) or bool(groups.get("bare")))
    found = _IS_ANSWER.match(clause)
    if found:
        rest = found["said"] or found["chosen"]
        yield Verdict(tuple(one for one in _beginnings(rest) if not _DOUBT_AFTER.search(rest, len(one))), True)


def _beginnings(rest: str) -> list[str]:
    """Return what may be named at the start of a text: all of it, or as far as a stop, the longest first."""
    ends = [end.start() for end in islice(_STOP.finditer(rest), _MOST_STOPS)]
    return [rest, *(rest[:end] for end in reversed(ends))]
