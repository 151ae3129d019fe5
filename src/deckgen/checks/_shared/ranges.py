"""Options that are ranges of numbers and nothing else: "10–20 nodes", "less than 10", "30 or more"."""

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

_NUMBER: Final = r"[-\u2212]?(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,15})?"
_SIGN: Final = r"[$€£¥₹]? ?"
_UNIT: Final = r"[^\d.,:;/()+-]{0,20}"
_CLOSED: Final = re.compile(
    rf"(?:from |(?P<between>between ))?(?P<sign>{_SIGN})(?P<low>{_NUMBER})(?P<inner>{_UNIT}?)"
    r" ?(?(between)\band\b|(?:[-\u2010-\u2014]|\bto\b)) ?(?P<under>(?:just )?(?:under|below|less than) )?"
    rf"{_SIGN}(?P<high>{_NUMBER})(?P<unit>{_UNIT})\.?",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    r"(?:(?P<under>less than|fewer than|under|below|<)|(?P<at_most>up to|at most|no more than|≤|<=)"
    r"|(?P<over>more than|over|above|>)|(?P<at_least>at least|≥|>=))"
    rf" ?(?P<sign>{_SIGN})(?P<number>{_NUMBER})(?P<unit>{_UNIT})\.?",
    re.IGNORECASE,
)
_OR_MORE: Final = re.compile(
    rf"(?P<sign>{_SIGN})(?P<number>{_NUMBER})(?P<unit>{_UNIT}?) ?"
    r"(?:(?P<at_least>\+|(?:or|and) (?:more|above|over))|(?P<at_most>or (?:less|fewer|below)))(?P<after>"
    rf"{_UNIT})\.?",
    re.IGNORECASE,
)
_INFINITE: Final = Decimal("Infinity")
_YEAR: Final = re.compile(r"[1-9]\d{2,3}")
_LAST_YEAR: Final = 2100


@dataclass(frozen=True, slots=True)
class Range:
    """The numbers from `low` to `high`, with or without the two themselves, and the unit they count."""

    low: Decimal
    high: Decimal
    has_low: bool
    has_high: bool
    unit: str

    @property
    def is_closed(self) -> bool:
        """Whether it ends on both sides."""
        return self.low > -_INFINITE and self.high < _INFINITE


def read_range(text: str) -> Range | None:
    """Read a visible text that is a range; what may be years, versions, or two things in a row as in 1-2, is none."""
    if found := _CLOSED.fullmatch(text):
        return _closed(found)
    found = _OPEN.fullmatch(text) or _OR_MORE.fullmatch(text)
    return _open(found) if found else None


def overlapping(ranges: list[Range]) -> list[tuple[Range, Range]]:
    """Return the neighbours that share a number, where the ranges are steps of one scale and no answers themselves."""
    steps = sorted(ranges, key=lambda one: (one.low, one.high))
    pairs = list(pairwise(steps))
    if not all(one.low < other.low and one.high < other.high for one, other in pairs):
        return []
    is_gapless = all(other.low - one.high <= 1 for one, other in pairs)
    return [(one, other) for one, other in pairs if _touch(one, other) or (is_gapless and other.low < one.high)]


def _touch(one: Range, other: Range) -> bool:
    return one.high == other.low and one.has_high and other.has_low


def _closed(found: re.Match[str]) -> Range | None:
    low, high = _value(found["low"]), _value(found["high"])
    unit = _unit(found["sign"], found["unit"])
    is_name = not unit and (high - low == 1 or "." in found[0].rstrip(".") or _are_years(found["low"], found["high"]))
    if low >= high or is_name or found["inner"].strip().casefold() not in ("", found["unit"].strip().casefold()):
        return None
    return Range(low, high, True, found["under"] is None, unit)


def _are_years(low: str, high: str) -> bool:
    """Tell whether two numbers can be years: of four digits, or the first of three."""
    return len(high) == 4 and all(map(_YEAR.fullmatch, (low, high))) and int(high) < _LAST_YEAR


def _open(found: re.Match[str]) -> Range:
    parts, number = found.groupdict(), _value(found["number"])
    unit = _unit(found["sign"], found["unit"] + (parts.get("after") or ""))
    if parts.get("at_least") or parts.get("over"):
        return Range(number, _INFINITE, bool(parts.get("at_least")), False, unit)
    return Range(-_INFINITE, number, False, bool(parts.get("at_most")), unit)


def _value(number: str) -> Decimal:
    return Decimal(number.replace(",", "").replace("\u2212", "-"))


def _unit(sign: str, unit: str) -> str:
    return f"{sign.strip()} {unit.strip().casefold()}".strip()
