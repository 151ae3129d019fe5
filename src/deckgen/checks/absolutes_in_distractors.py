"""Words such as "always" and "never" do not stand in the distractors alone.

Little is always so, and test-wise learners strike such options unread (Haladyna, Downing and Rodriguez 2002, guideline
28a). Found are items with absolute words in two or more distractors and in no key. What the stem says as well is not
counted, nor are code, names such as the policy Always, counts such as "all three", "not all", and one lone absolute,
which said too little to be worth a word. Measured on 368 published items: 9 of 12 findings judged true.

Wrong:

    options:
      - text: A Service always keeps its address while Pods come and go
      - text: It gives a set of Pods one stable address
        correct: true
      - text: It must run on each node and never changes

Right:

    options:
      - text: It gives each Pod an address that lasts
      - text: It gives a set of Pods one stable address
        correct: true
      - text: It runs on each node and sends Pods its address
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.assemble.shuffle import sums_up
from deckgen.checks._shared.code import without_code
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Option

CODE: Final = "I204"
SEVERITY: Final = Severity.NOTE

_ABSOLUTE: Final = "always never all every everything nothing none only must exclusively completely entirely eliminates"
_SWEEPING: Final = f"{_ABSOLUTE} each any no cannot fully impossible eliminate guarantee guarantees"
_COUNT: Final = r"(?:\d|(?:one|once|twice|two|three|four|five|six|seven|eight|nine|ten|other|few|at once)\b)"
_TIME: Final = r"(?:second|minute|hour|day|night|week|month|year|time)\b"
_LIMITED: Final = re.compile(
    r"\b(?:(?:not|almost|nearly|at|after|above|read|write) (?:all|always|every|everything|only)\b"
    rf"|(?:all|every|only) {_COUNT}|every {_TIME}|(?:all|must)-|only\W*$)|-(?:all|only)\b|^\W*only\b"
)
"""What claims less than its absolute word: "not all", "at all", "read-only", "all-reduce", "all three", "every hour".

"Only" at the start or end of an option tells it from "both".
"""

_SIGNS: Final = ",.:;?"
_WORD: Final = re.compile(r"\w+")


def _spelt(words: str) -> frozenset[str]:
    """Return words as they stand inside a sentence, at its start, and before a sign."""
    forms = [form for word in words.split() for form in (word, word.capitalize())]
    return frozenset(form + sign for form in forms for sign in ("", *_SIGNS))


_ABSOLUTES: Final = frozenset(_ABSOLUTE.split())
_IN_A_DISTRACTOR: Final = _spelt(_ABSOLUTE)
_IN_A_KEY: Final = _spelt(_SWEEPING)


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find items whose distractors alone are absolute."""
    if not bank.head.is_english:
        return
    for module in bank.modules:
        for item in module.choices:
            claims = [(option, _claims(option.text) - _said(item.stem)) for option in _candidates(item)]
            found = [(option, words) for option, words in claims if words]
            if len(found) > 1 and has_entire_options(item):
                said = ", ".join(f"`{word}`" for word in sorted({word for _, words in found for word in words}))
                message = f"only distractors say {said}; take it out of them, or claim as much in a key"
                yield Diagnostic(found[0][0].origin.of("text"), CODE, message)


def _candidates(item: Choice) -> list[Option]:
    """Return the distractors that hold such a word when no key holds one that is as sweeping."""
    found = []
    for option in item.options:
        words = option.text.split()
        if not option.correct:
            if not _IN_A_DISTRACTOR.isdisjoint(words):
                found.append(option)
        elif not _IN_A_KEY.isdisjoint(words):
            return []
    return found if len(found) > 1 else []


def _said(stem: str) -> frozenset[str]:
    """Return the absolute words of a stem."""
    return frozenset(word.strip(_SIGNS).lower() for word in _IN_A_DISTRACTOR.intersection(stem.split()))


def _claims(text: str) -> frozenset[str]:
    """Return the absolute words of an option; a capital inside a sentence and a lone word are names."""
    prose = without_code(text[:1].lower() + text[1:], " ").strip()
    if " " not in prose or sums_up(text):
        return frozenset()
    return frozenset(_WORD.findall(_LIMITED.sub(" ", prose))).intersection(_ABSOLUTES)
