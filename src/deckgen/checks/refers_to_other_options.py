"""An option answers the question by itself and does not refer to the others.

"All of the above" is found by who knows two of the options, and refused by who can rule out one; "none of these" lets a
learner be right who knows only what the answer is not; "both A and B" asks two questions at once (Haladyna, Downing and
Rodriguez 2002, guidelines 9, 25 and 26). Write a distractor of its own, or mark several options `correct`. Measured on
368 published items: 4 of 4 findings judged true. Letters that move are an error of their own; where all options are
letters, or the stem has them, as blood groups and nodes, they are names.

Wrong:

    options:
      - text: Job
        correct: true
      - text: Deployment
      - text: None of the above

Right:

    options:
      - text: Job
        correct: true
      - text: Deployment
      - text: StatefulSet
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.assemble.shuffle import names_letters, refers_to_others
from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "I303"
SEVERITY: Final = Severity.WARNING
_JOINS: Final = re.compile(r"\b(?:both|either|neither|only)\b", re.IGNORECASE)
"""Beside such a word letters surely stand for options, and those that move are another rule's."""


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find options such as "None of these"."""
    if not bank.head.is_english:
        return
    for module in bank.modules:
        for item in module.choices:
            for option in item.options:
                if refers_to_others(option, item) and not (item.shuffle and _joins_letters(option.text)):
                    message = f"`{option.text}` refers to the other options; write an answer of its own instead"
                    yield Diagnostic(option.origin.of("text"), CODE, message)


def _joins_letters(text: str) -> bool:
    return names_letters(text) and bool(_JOINS.search(text))
