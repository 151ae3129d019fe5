"""Options that are numbers or dates and nothing else, by what puts them in order."""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from deckgen.checks._shared.amounts import amount
from deckgen.model.plain import plain

_VERSION: Final = re.compile(r"[1-9]\d{0,8}\.\d{1,9}", re.ASCII)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_FLAGS: Final = re.ASCII | re.IGNORECASE
_DATES: Final = (
    re.compile(r"(?P<year>\d{4})-(?P<number>\d{2})(?:-(?P<day>\d{2}))?", _FLAGS),
    re.compile(rf"(?:(?P<day>\d{{1,2}}) )?{_MONTH} (?P<year>\d{{4}})", _FLAGS),
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}}), ?(?P<year>\d{{4}})", _FLAGS),
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts; `version` is the number as versions have it, in which 1.10 comes after 1.9."""

    value: Fraction
    unit: str
    version: tuple[Fraction, ...]


def quantity(text: str) -> Quantity | None:
    """Read a text that is a date or a number with at most a unit; versions of three parts and addresses are none."""
    words = plain(text)
    for pattern in _DATES:
        if found := pattern.fullmatch(words):
            return _date(found)
    read = amount(text, is_about_cpu=False)
    if read is None:
        return None
    is_version = _VERSION.fullmatch(words) is not None
    version = tuple(map(Fraction, words.split("."))) if is_version else (read.value,)
    return Quantity(read.value, read.kind.removesuffix("s"), version)


def _date(found: re.Match[str]) -> Quantity:
    parts = found.groupdict()
    month = int(parts["number"]) if "number" in parts else _MONTHS.index(parts["month"][:3].lower()) + 1
    value = Fraction(int(parts["year"]) * 10_000 + month * 100 + int(parts["day"] or 0))
    return Quantity(value, "a day" if parts["day"] else "a month", (value,))
