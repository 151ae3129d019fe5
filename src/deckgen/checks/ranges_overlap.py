"""Ranges of numbers share no number.

Who finds 20 can choose "10–20" and "20–30", and one of them is marked wrong (Haladyna, Downing and Rodriguez 2002,
guideline 22). Looked at are items whose options are all ranges in one unit, each above the one before. Ranges that lie
in each other, dates, times and versions are left alone: there, as in "Which ports are free?", the range itself is the
answer. This is arithmetic and needs no measure; none of 368 published items had it.

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
from typing import Final

from deckgen.assemble.shuffle import sums_up
from deckgen.checks._shared.context import Context
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


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find ranges that share a number with the range before them."""
    for module in bank.modules:
        for item in module.choices:
            options = _ranges(item)
            if len(options) > 1 and has_entire_options(item):
                for before, after in overlapping(list(options)):
                    message = f"`{options[after].text}` overlaps with `{options[before].text}`; "
                    message += "let each number stand in one range only"
                    yield Diagnostic(options[after].origin.of("text"), CODE, message)


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
