"""A question for what is not so says NOT loudly.

Who overlooks one small word answers the opposite question, and knows the matter all the same: Haladyna, Downing and
Rodriguez (2002) want stems positive, else the negative word emphasised. Only the sentence that asks is read, and only
where it picks by a negation ("Which of these is not …", "All of these … except"). A search for `not` alone suspects
17 % of 368 published stems, of which one is negative; of 24 stems with such a word among 166 items of a published mock
exam this rule suspected none, and the one negative stem there was in capitals.

Wrong: `stem: Which of these is not a workload resource?`

Right: `stem: Which of these is **not** a workload resource?`
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.lead_in import lead_ins
from deckgen.checks._shared.negative import negative_word
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.plain import plain

CODE: Final = "I302"
SEVERITY: Final = Severity.WARNING
_MAY_BE_NEGATIVE: Final = re.compile(r"not\b|n['’]t\b|except\b|least\b|never\b", re.IGNORECASE)
_EMPHASIS: Final = re.compile(r"(\*{1,3}|(?<!\w)_{1,3})(?=\S)([^*_]{1,40})\1")
_MOST_WORDS: Final = 4
"""How many words can be stressed at once; a whole sentence in bold type stresses none."""
_LONGEST: Final = 600
"""How many characters a sentence has at most; what is longer is no question."""


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find choice items whose question is negative and does not look it."""
    if not bank.head.is_english:
        return
    for module in bank.modules:
        for item in module.choices:
            word = _quiet_negative(item.stem) if _may_be_negative(item.stem) else None
            if word:
                message = (
                    f"the question turns on `{word}`, which is soon missed; write `**{word}**`, or ask for what is so"
                )
                yield Diagnostic(item.origin.of("stem"), CODE, message)


def _may_be_negative(stem: str) -> bool:
    """Look for a negative word from the last question on, or in the last sentence, at little cost."""
    end = stem.rfind("?")
    if end < 0:
        end = len(stem.rstrip()) - 1
    start = max(stem.rfind(". ", 0, end), stem.rfind(".\n", 0, end), stem.rfind("\n\n", 0, end), 0)
    return _MAY_BE_NEGATIVE.search(stem, start) is not None


def _quiet_negative(stem: str) -> str | None:
    for sentence in lead_ins(stem):
        word = negative_word(plain(sentence)) if len(sentence) < _LONGEST else None
        if word and not _is_loud(word, sentence):
            return word
    return None


def _is_loud(word: str, sentence: str) -> bool:
    """Tell whether a negative word is in capitals or stressed."""
    stressed = (phrase for _, phrase in _EMPHASIS.findall(sentence) if len(phrase.split()) <= _MOST_WORDS)
    return word[1:] != word[1:].lower() or any(map(_MAY_BE_NEGATIVE.search, stressed))
