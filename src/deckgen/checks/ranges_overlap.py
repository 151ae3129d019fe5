"""Ranges of numbers share no number.

Who finds 20 can choose "10–20" and "20–30", and one of them is marked wrong (Haladyna, Downing and Rodriguez 2002,
guideline 22). Looked at are items whose options are all ranges in one unit, each above the one before, and whose
question asks for one number: "how many", "how long", "what percentage", "into which bracket does it fall". Where it may
ask for a range, as in "Between which wavelengths …", "Which years …" or "How much should …", the range is the answer,
and so it may be in other languages, in years, versions and "1-2"; of these nothing is said. None of 368 published items
had the fault, and none of 404 items that were written to deceive this rule and others does.

Wrong:

    options:
      - text: 1–10 nodes
      - text: 10–20 nodes
        correct: true
      - text: more than 20 nodes

Right:

    options:
      - text: 1–9 nodes
      - text: 10–20 nodes
        correct: true
      - text: more than 20 nodes
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from deckgen.assemble.shuffle import sums_up
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.lead_in import lead_ins
from deckgen.checks._shared.ranges import Range, overlapping, read_range
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Option
from deckgen.model.plain import plain

CODE: Final = "I311"
SEVERITY: Final = Severity.ERROR
_MAY_BE_RANGE: Final = re.compile(
    r"\W*(?:\d|from|between|less|fewer|under|below|up|at (?:most|least)|no more|more|over|above)", re.IGNORECASE
)
_ASKS_ONE: Final = re.compile(
    r"\bhow (?:many|much|old|long|far|heavy|tall|high|wide|deep|thick|fast|hot|cold|warm|big|large|often|soon)\b"
    r"|\bwhat (?:percentage|share|proportion|number)\b",
    re.IGNORECASE,
)
_ASKS_RANGE: Final = re.compile(
    r"\b(?:between|ranges?|limits?|interval|from|should|recommended|normal(?:ly)?|typical(?:ly)?|usual(?:ly)?|average"
    r"|ideal(?:ly)?|healthy)\b",
    re.IGNORECASE,
)
_ASKS_STEP: Final = re.compile(
    r"\b(?:in|into|to) (?:which|what) (?:\w+ )?(?:range|bracket|band|group|class|category)\b.*\b(?:falls?|belongs?)\b"
    r"|\b(?:which|what) (?:\w+ )?(?:range|bracket|band|group|class|category)\b.*\b(?:falls? in(?:to)?|belongs? to)\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find ranges that share a number with the range before them."""
    for module in bank.modules:
        for item in module.choices:
            options = _ranges(item)
            if len(options) > 1 and has_entire_options(item):
                for before, after in overlapping(list(options)):
                    if _asks_for_one(item.stem, before.high):
                        yield _overlap(options[before], options[after], before)


def _overlap(before: Option, after: Option, shared: Range) -> Diagnostic:
    cure = f"from {shared.low} to under {shared.high}" if shared.is_closed else f"under {shared.high}"
    message = f"`{after.text}` overlaps with `{before.text}`; let each number stand in one range only, as `{cure}` does"
    return Diagnostic(after.origin.of("text"), CODE, message)


def _asks_for_one(stem: str, border: Decimal) -> bool:
    """Tell whether a question in English asks for a number or for its range; a number that it tells is the border."""
    for sentence in map(plain, lead_ins(stem)):
        if _ASKS_STEP.search(sentence):
            told = _NUMBER.findall(sentence)
            return not told or border in [Decimal(number.replace(",", "")) for number in told]
        if _ASKS_ONE.search(sentence):
            return not _ASKS_RANGE.search(sentence)
    return False


def _ranges(item: Choice) -> dict[Range, Option]:
    """Return the options as ranges, if all but pinned ones are such, in one unit, and one has two ends."""
    found: dict[Range, Option] = {}
    for option in item.options:
        if option.place is None and not sums_up(option.text):
            one = read_range(plain(option.text)) if _MAY_BE_RANGE.match(option.text) else None
            if one is None or one in found:
                return {}
            found[one] = option
    is_scale = len({one.unit for one in found if one.unit}) < 2 and any(one.is_closed for one in found)
    return found if is_scale else {}
