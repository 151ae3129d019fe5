"""Options that are numbers or dates and nothing else; numbers are decimal, so that 0.1 is 0.1."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from deckgen.model.folding import fold
from deckgen.model.plain import plain

_NUMBER: Final = re.compile(
    r"(?P<before>[$€£¥₹~≈]? ?)(?P<sign>[-+\u2212\u2013]?)(?P<money>[$€£¥₹]? ?)"
    r"(?P<digits>\d{1,3}(?:[,'\u2019 \u00a0\u2009\u202f]\d{3}){1,9}(?:\.\d{1,40})?|\d{1,40}(?:\.\d{1,40})?|\.\d{1,40})"
    r"(?P<unit>[^\d.,:;()]{0,20})\.?"
)
_GROUPS: Final = re.compile(r"[,'\u2019 \u00a0\u2009\u202f](?=\d{3})")
_MINUS: Final = ("-", "\u2212", "\u2013")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DATES: Final = (
    re.compile(r"(?P<year>\d{4})-(?P<number>\d{2})(?:-(?P<day>\d{2}))?"),
    re.compile(rf"(?:(?P<day>\d{{1,2}}) )?{_MONTH} (?P<year>\d{{4}})", re.IGNORECASE),
    re.compile(rf"{_MONTH} (?P<day>\d{{1,2}}), ?(?P<year>\d{{4}})", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts; `version` is the number as versions have it, in which 1.10 comes after 1.9."""

    value: Decimal
    unit: str
    version: tuple[Decimal, ...]


def quantity(text: str) -> Quantity | None:
    """Read a text that is a date or a number with at most a unit; versions, addresses and ranges are none."""
    words = plain(text)
    for pattern in _DATES:
        if found := pattern.fullmatch(words):
            return _date(found)
    found = _NUMBER.fullmatch(words)
    return _number(found) if found else None


def _date(found: re.Match[str]) -> Quantity:
    parts = found.groupdict()
    month = int(parts["number"]) if "number" in parts else _MONTHS.index(parts["month"][:3].casefold()) + 1
    day = int(parts["day"] or 0)
    value = Decimal(int(parts["year"]) * 10_000 + month * 100 + day)
    return Quantity(value, "date with a day" if day else "date", (value,))


def _number(found: re.Match[str]) -> Quantity:
    digits = _GROUPS.sub("", found["digits"])
    value = Decimal(f"-{digits}" if found["sign"] in _MINUS else digits)
    unit = f"{found['before'].strip()}{found['money'].strip()} {fold(found['unit']).removesuffix('s')}"
    is_version = unit == " " and value >= 1 and "." in digits
    return Quantity(value, unit, tuple(map(Decimal, digits.split("."))) if is_version else (value,))
