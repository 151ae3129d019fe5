"""No distractor is the same number as the key.

"1,000" and "1000", "0.5" and "50%", "1024 MiB" and "1 GiB" are equal; a learner who chooses one is marked wrong for the
right value. Values are computed exactly, and only where the units leave no doubt: a MB may be 1000 or 1024 kB. Two
numbers of one unit have to have the same digits, so `1.10` is not held for `1.1`, nor `2.50` for `2.5`; a fraction is
compared with decimals and percentages only, since 120/80 is a pressure and 6/8 a measure of music. Questions on how a
number is written, or that name a unit, are left alone. On 404 items made to mislead the rules it spoke 7 times, each
time of equal values; it had spoken 51 times before it told these apart.

Wrong:

    options:
      - text: 1 GiB
        correct: true
      - text: 1024 MiB
      - text: 512 MiB

Right:

    options:
      - text: 1 GiB
        correct: true
      - text: 1000 MiB
      - text: 512 MiB
"""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, TypeAlias

from deckgen.checks._shared.amounts import Amount, Writing, written_amount
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.double_entry import unfold
from deckgen.checks._shared.lead_in import lead_ins
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Option
from deckgen.model.plain import plain

CODE: Final = "K109"
SEVERITY: Final = Severity.ERROR
_MAY_BE_NUMBER: Final = re.compile(r"[\s`*_$€£¥₹\u2212-]*[0-9¼½¾]")
_PERCENT: Final = Fraction(1, 100)
_DOUBTFUL: Final = re.compile(r"[.,]")
"""A point or comma that groups digits in one language and starts the fraction in another."""

_CPU: Final = re.compile(r"\b(?:cpus?|cores?|millicores?|millicpu)\b", re.IGNORECASE)
_PROGRAM: Final = re.compile(r"```|~~~|`[^`\n]*[()*/+=][^`\n]*`")
_FORM: Final = re.compile(
    r"\b(?:print\w*|outputs?|displays?|show[sn]?|writ\w*|formats?|formatted|notation\w*|syntax|literals?|canonical\w*|"
    r"strings?|types?|typed|conver\w*|express\w*|round\w*|percent\w*|decimals?|fractions?|binary|octal|hex\w*|digits?|"
    r"precision|equals?|equivalent|same|simplif\w*|lowest terms|returns?|evaluat\w*|floats?|integers?|valid|accept\w*|"
    r"parse\w*|spel\w*|units?|versions?|releases?|part numbers?|serial|postcodes?|zip)\b",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(
    r"\b(?:bytes?|kilobytes?|megabytes?|gigabytes?|[KMGT]iB?|[KMGT]B|ns|µs|ms|seconds?|minutes?|hours?|days?|weeks?|months?|years?|"
    r"m|[cmk]m|(?:centi|milli|kilo)?met(?:re|er)s?|[mk]?g|(?:milli|kilo)?grams?|m?l|(?:milli)?lit(?:re|er)s?|millicores?|millicpus?)\b"
)
"""A unit that the stem asks for, or gives: there the same amount in another unit may be what is wrong."""


_Read: TypeAlias = tuple[Amount, Writing]


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find distractors that equal a key in value, but not in writing, of which another rule speaks."""
    english = bank.head.is_english
    for module in bank.modules:
        for item in module.choices:
            if sum(map(bool, [_MAY_BE_NUMBER.match(option.text) for option in item.options])) > 1:
                for place, key in _equal_to_key(item, english):
                    text = unfold(item.options[place].text)
                    message = f"`{text}` is the same number as the key `{unfold(key.text)}`; change or remove it"
                    yield Diagnostic(item.origin.of("options", place), CODE, message)


def _equal_to_key(item: Choice, is_english: bool) -> Iterator[tuple[int, Option]]:
    if _is_about_writing(item):
        return
    is_cpu = bool(_CPU.search(item.stem))
    keys = [(key, read) for key in item.key if (read := _read(key, is_cpu, is_english))]
    for place, option in enumerate(item.options):
        if keys and not option.correct and (own := _read(option, is_cpu, is_english)):
            equals = [
                (key, read) for key, read in keys if _are_equal(read, own) and fold(key.text) != fold(option.text)
            ]
            if equals and not _is_asked_to_turn(item, option, equals[0][0], {own[1].size, equals[0][1][1].size}):
                yield place, equals[0][0]


def _read(option: Option, is_cpu: bool, is_english: bool) -> _Read | None:
    return None if not is_english and _DOUBTFUL.search(option.text) else written_amount(option.text, is_cpu)


def _are_equal(one: _Read, other: _Read) -> bool:
    """Tell whether two amounts are equal, and more than a zero, a power of ten or the parts of a ratio differ."""
    if one[0] != other[0]:
        return False
    (size, digits), (other_size, other_digits) = one[1], other[1]
    if digits and other_digits:
        return size != other_size or digits == other_digits
    decimal, its_size = (digits, size) if digits else (other_digits, other_size)
    return "." in decimal or (bool(decimal) and its_size == _PERCENT)


def _is_about_writing(item: Choice) -> bool:
    """Tell whether two ways to write one number may be two answers: programs, questions of form."""
    return any(map(_FORM.search, lead_ins(item.stem))) or bool(_PROGRAM.search(item.stem))


def _is_asked_to_turn(item: Choice, one: Option, other: Option, sizes: set[Fraction]) -> bool:
    """Tell whether an amount may have to be put in another unit, or is given."""
    has_unit = "%" in item.stem if _PERCENT in sizes else _UNIT.search(item.stem) is not None
    return (len(sizes) > 1 and has_unit) or any(plain(option.text) in item.stem for option in (one, other))
