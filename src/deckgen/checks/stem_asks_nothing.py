"""A stem asks: it is a question, has a blank, ends in a colon, or tells what to do.

Who reads a stem that only tells a story has to guess the question from the options, and in an open question cannot
even do that. The idea of an item belongs into its stem (Haladyna, Downing and Rodriguez 2002). On 368 published items
the rule found one stem, rightly; on 262 items of two quiz packages, of which each asks, it found ten and now finds
none. A statement over True and False, or Agree and Disagree, is judged, so it asks; so do a sentence that the options
complete and a question that code, lists or more prose follow. Where the words are not English, the rule is silent.

Wrong:

    stem: |
      A script trains a model for 14 hours and exits.

Right:

    stem: |
      A script trains a model for 14 hours and exits. Which resource runs it?
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.assemble.shuffle import layout_of
from deckgen.checks._shared.code import without_code
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.lead_in import closing, sentences
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Item
from deckgen.model.plain import plain

CODE: Final = "I304"
SEVERITY: Final = Severity.NOTE
_PAIR: Final = 2
_MARKS: Final = r"[?\uff1f\u061f\u037e\u055e\u1367\u2047\u2048\u2049\ufe16\ufe56\u2e2e]"
_QUESTION: Final = re.compile(rf"{_MARKS}|^\W*(?:which|what|who|whose|whom|why|how)\b", re.IGNORECASE)
_BLANK: Final = re.compile(r"_{2,}|\.{3}|…|\[\s*\]|\(\s*\)|\[blank\]|<blank>", re.IGNORECASE)
_OTHER_SCRIPT: Final = re.compile(r"[^\W\d_\x00-\u024f]")
_OPEN_END: Final = re.compile(
    r"(?:[:\uff1a=,\u2013\u2014-]|\b(?:is|are|was|were|be|been|to|by|of|for|with|in|on|at|from|into|as|than|because"
    r"|when|if|that|which|who|the|an?|and|or|means|will|can|should|must|would|may|has|have|not|called|named|using))"
    r"[\"'\u201d\u2019)*_]*$",
    re.IGNORECASE,
)
_QUESTION_MARK: Final = re.compile(rf"{_MARKS}[\"'”’)\]*_`]*(?:\s|$)")
_ASKED_FOR: Final = re.compile(
    r"^(?:(?:the|your) )?(?:most|best|next|first|likel(?:y|iest)|correct)\b[^.!?]*$", re.IGNORECASE
)
_JUDGES: Final = re.compile(
    r"\b(?:true|false|agree|disagree|yes|no|(?:in)?correct|right|wrong|(?:in)?valid)\b", re.IGNORECASE
)
_ORDERS: Final = (
    "analyse|analyze|answer|argue|arrange|assess|assign|calculate|categorise|categorize|change|choose|cite|"
    "classify|compare|complete|compute|configure|construct|contrast|convert|correct|create|debug|decide|deduce|"
    "define|demonstrate|derive|describe|design|determine|differentiate|discuss|distinguish|draw|enter|estimate|"
    "evaluate|examine|explain|express|fill|find|fix|formulate|give|identify|illustrate|indicate|infer|interpret|"
    "judge|justify|label|list|mark|match|mention|name|note|order|outline|pick|place|point|predict|propose|prove|"
    "provide|put|quote|rank|rate|recall|recommend|relate|repair|rephrase|rewrite|say|select|show|simplify|sketch|"
    "solve|sort|specify|spell|state|suggest|summarise|summarize|tell|tick|trace|translate|type|use|verify|work|"
    "write|add|apply|approximate|balance|build|conjugate|copy|correlate|count|delete|detect|determine|diagnose|divide|"
    "drag|expand|factor|factorise|factorize|guess|insert|integrate|invert|locate|measure|multiply|negate|normalise|"
    "normalize|optimise|optimize|prepare|pronounce|prioritise|prioritize|punctuate|rearrange|reconstruct|reduce|"
    "remember|remove|reorder|repeat|replace|restate|round|subtract|supply|transform|try|underline|unscramble"
)
_ORDER: Final = re.compile(
    rf"(?:^|[,;:(\u2013\u2014]\s|\b(?:please|then|now|also|briefly)\s)(?:true or false|{_ORDERS})\b",
    re.IGNORECASE,
)


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find live items whose stem leaves open what is wanted."""
    if not bank.head.is_english:
        return
    for module in bank.modules:
        for item in module.live_items:
            if item.stem and not item.stem.rstrip().endswith("?") and not _asks(item.stem) and not _is_judged(item):
                message = f"the stem of `{item.id}` asks nothing; end it with a question, a blank `___` or a colon"
                yield Diagnostic(item.origin.of("stem"), CODE, message)


def _asks(stem: str) -> bool:
    prose = without_code(stem)
    if _BLANK.search(stem.replace("\\", "")) or _QUESTION_MARK.search(prose) or _OTHER_SCRIPT.search(prose):
        return True
    ends = closing(prose)
    return (
        any(map(_QUESTION.search, (*ends, *sentences(prose)[-2:])))
        or bool(ends and (_OPEN_END.search(ends[-1]) or _ASKED_FOR.search(ends[-1])))
        or any(_ORDER.search(plain(sentence)) for sentence in sentences(prose))
    )


def _is_judged(item: Item) -> bool:
    """Tell whether the options judge the stem, as True and False do, or whether that cannot be told."""
    if not isinstance(item, Choice):
        return False
    if not has_entire_options(item) or (len(item.options) == _PAIR and not layout_of(item).free):
        return True
    return all(_JUDGES.search(option.text) for option in item.options)
