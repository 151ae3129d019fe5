"""What a question seeks where what is correct need not be its key: the wrong, the best, what somebody believes.

No list of such words is complete; the rules that ask here also look at what the reasons of an item have in common.
"""

import re
from typing import Final

from deckgen.checks._shared.lead_in import lead_ins
from deckgen.checks._shared.negative import negative_word
from deckgen.model.plain import plain

_LONGEST_STEM: Final = 2000
"""How much of a stem is read; its last sentences ask."""

_WRONG: Final = re.compile(
    r"\b(?:except|incorrect\w*|wrong\w*|false\w*|untrue|mistakes?|errors?|faults?|faulty|fails?|failing|breaks?|broken|"
    r"bugs?|myths?|misconceptions?|invalid|bad|avoid\w*|anti-?patterns?|violat\w*|reject\w*|refus\w*|unsafe|harm\w*|"
    r"worst|forbidden|illegal|flaws?|mis(?:us|sp|l[ei]|tak|cal|read|under|match)\w*|inaccura\w*|corrections?|corrected|"
    r"complain\w*|contradict\w*|unlikely|lies?|odd|needs?\s+(?:correct\w*|to\s+be)|repair\w*|redone|strike|struck)\b",
    re.IGNORECASE,
)
_DEGREE: Final = re.compile(
    r"\b(?:best|most|first|better|least|main\w*|primar\w*|ideal\w*|prefer\w*|next|"
    r"(?:cheap|fast|simpl|safe|small|larg|high|low|great|quick|close|near)est)\b",
    re.IGNORECASE,
)
_BELIEF: Final = re.compile(
    r"\b(?:intuit\w*|novices?|beginners?|laym[ae]n|people|students?|learners?|children|child|naive\w*|tend(?:s|ed)?|"
    r"typically|wrongly|commonly|believ\w*|claim\w*|thinks?|thought|says?|said|repl(?:y|ies|ied)|guess\w*|"
    r"(?:what|which) answers? (?:do|does|did|will|would|should|is given|was given))\b",
    re.IGNORECASE,
)


def seeks_the_wrong(stem: str) -> bool:
    """Tell whether a question asks for what is not so, or not good."""
    return any(_WRONG.search(one) or negative_word(plain(one)) for one in lead_ins(stem[-_LONGEST_STEM:]))


def seeks_a_degree(stem: str) -> bool:
    """Tell whether several options may be correct, and one of them more so."""
    return bool(_DEGREE.search(stem))


def seeks_a_belief(stem: str) -> bool:
    """Tell whether a question may ask for what somebody thinks or says, be it correct or not."""
    return bool(_BELIEF.search(stem))
