"""Options that are numbers or dates stand in order.

A reader looks for a number where its size puts it; out of order the search costs time and measures nothing, which is
why Haladyna, Downing and Rodriguez (2002) want numerical order. Options are shuffled, so the order has to be kept as
well as made. Only options that are nothing but numbers of one unit, or dates, are meant; what `place` pins does not
count. Numbers that are names are left alone: addresses, versions such as 1.9 and 1.10, what stands with a stroke as
3/4 (a time signature, a date), ports, and codes of a status. The finding is structural, and a note: 2 of 2 were true on
166 items of a published mock exam, 11 of 11 on 262 items of two quiz packages, and 368 other items had none.

Wrong:

    options:
      - "8"
      - "2"
      - text: "4"
        correct: true

Right:

    options:
      - "2"
      - text: "4"
        correct: true
      - "8"
    shuffle: false
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from deckgen.assemble.shuffle import layout_of
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.quantity import Quantity, quantity
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice
from deckgen.model.plain import plain

CODE: Final = "I306"
SEVERITY: Final = Severity.NOTE
_FEWEST: Final = 3
_MAY_BE_NUMBER: Final = re.compile(r"\W*\d|[^\W\d]{3,9}\.? \d")
_FRACTION: Final = re.compile(r"\d\s*/\s*\d")
_TWO_PARTS: Final = re.compile(r"v?(\d+)\.(\d+)")
_NUMBERED: Final = re.compile(
    r"\b(?:versions?|releases?|chapters?|(?:sub)?sections?|paragraphs?|clauses?|ports?|dewey"
    r"|time signature|part numbers?)\b",
    re.IGNORECASE,
)
_CODED: Final = re.compile(
    r"\b(?:HTTP|status|(?:error|response|exit|return|reply|area|country)[ -]codes?)\b", re.IGNORECASE
)
_THREE_DIGITS: Final = re.compile(r"\W*\d{3}\W*")
_DOUBTFUL: Final = re.compile(r"[.,]\d{3}(?!\d)")
"""A point or comma that groups digits in one language and starts the fraction in another."""


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find items whose numbers would be printed in no order."""
    for module in bank.modules:
        for item in module.choices:
            if len(item.options) >= _FEWEST and _may_be_numbers(item, bank.head.is_english) and (cure := _cure(item)):
                message = f"the numbers of `{item.id}` would be printed in no order; {cure}"
                yield Diagnostic(item.origin.of("options"), CODE, message)


def _may_be_numbers(item: Choice, in_english: bool) -> bool:
    texts = [option.text for option in item.options]
    return any(map(_MAY_BE_NUMBER.match, texts)) and (in_english or not any(map(_DOUBTFUL.search, texts)))


def _cure(item: Choice) -> str | None:
    numbers = _numbers(item) if has_entire_options(item) else ()
    if len(numbers) < _FEWEST or _are_names(item):
        return None
    if not _is_in_order(numbers):
        return "put them in order and write `shuffle: false`" if item.shuffle else "put them in order"
    return "write `shuffle: false`, so that they stay in order" if item.shuffle else None


def _numbers(item: Choice) -> Sequence[Quantity]:
    """Return the values of the options that nothing pins, if all are numbers of one kind."""
    free = layout_of(item if item.shuffle else replace(item, shuffle=True)).free
    found = [quantity(item.options[place].text) for place in free]
    numbers = [one for one in found if one is not None]
    return numbers if len(numbers) == len(found) and len({one.unit for one in numbers}) == 1 else ()


def _are_names(item: Choice) -> bool:
    """Tell whether the numbers are names: versions and chapters, time signatures and dates as 3/4, codes and ports."""
    texts = [option.text for option in item.options]
    if any(map(_FRACTION.search, texts)) or _NUMBERED.search(item.stem):
        return True
    parts = [(found[1], found[2]) for found in map(_TWO_PARTS.fullmatch, map(plain, texts)) if found]
    with_one_digit = {first for first, second in parts if len(second) == 1}
    if any(len(second) > 1 and second.endswith("0") and first in with_one_digit for first, second in parts):
        return True
    return bool(_CODED.search(item.stem)) and all(map(_THREE_DIGITS.fullmatch, texts))


def _is_in_order(numbers: Sequence[Quantity]) -> bool:
    return _rises_or_falls([one.value for one in numbers]) or _rises_or_falls([one.version for one in numbers])


def _rises_or_falls(values: list[Fraction] | list[tuple[Fraction, ...]]) -> bool:
    return values in (sorted(values), sorted(values, reverse=True))
