"""Amounts that can be compared: a number in any of its forms, and the unit that it counts, exactly."""

import re
from fractions import Fraction
from typing import Final, NamedTuple

from deckgen.model.folding import fold
from deckgen.model.plain import plain

_LONGEST: Final = 60
_NUMBER: Final = re.compile(
    r"(?P<sign>[-\u2212]?)(?P<money>[$€£¥₹]?)"
    r"(?:(?P<over>0|[1-9]\d{0,8})/(?P<under>[1-9]\d{0,8})|(?P<vulgar>[¼½¾])"
    r"|(?P<digits>(?:0|[1-9]\d{0,17}|[1-9]\d{0,2}(?:(?:,\d{3}){1,5}|(?:[\u00a0\u2009\u202f ]\d{3}){1,5}))"
    r"(?:\.\d{1,18})?)"
    r"(?:[eE](?P<power>[-+]?\d{1,2}))?)"
    r"(?P<unit>(?:\s?%|\s?[^\W\d][^\d,;:()/]{0,30})?)",
    re.ASCII,
)
_SIGNS: Final = str.maketrans("", "", ",\u00a0\u2009\u202f ")

_BINARY: Final = {f"{prefix}{end}": 1024**power for power, prefix in enumerate("KMGTPE", 1) for end in ("i", "iB")}
_TIMES: Final = {
    "ns": Fraction(1, 10**9),
    "µs": Fraction(1, 10**6),
    "us": Fraction(1, 10**6),
    "ms": Fraction(1, 1000),
    "s sec secs second seconds": Fraction(1),
    "min mins minute minutes": Fraction(60),
    "h hr hrs hour hours": Fraction(3600),
    "d day days": Fraction(86_400),
    "week weeks": Fraction(604_800),
}
_MEASURES: Final = {
    "length": {"mm": Fraction(1, 1000), "cm": Fraction(1, 100), "m": Fraction(1), "km": Fraction(1000)},
    "mass": {"mg": Fraction(1, 1000), "g": Fraction(1), "kg": Fraction(1000)},
    "volume": {"ml": Fraction(1, 1000), "mL": Fraction(1, 1000), "l": Fraction(1), "L": Fraction(1)},
}
_UNITS: Final = {
    "": ("", Fraction(1)),
    "%": ("", Fraction(1, 100)),
    "percent": ("", Fraction(1, 100)),
    "B": ("bytes", Fraction(1)),
    "byte": ("bytes", Fraction(1)),
    "bytes": ("bytes", Fraction(1)),
    "month": ("months", Fraction(1)),
    "months": ("months", Fraction(1)),
    "year": ("months", Fraction(12)),
    "years": ("months", Fraction(12)),
    **{name: ("bytes", Fraction(size)) for name, size in _BINARY.items()},
    **{name: ("time", size) for names, size in _TIMES.items() for name in names.split()},
    **{name: (kind, size) for kind, sizes in _MEASURES.items() for name, size in sizes.items()},
}
"""What is certain: a MB is 1000 kB to some and 1024 to others; `m` is metres only beside another length."""

_VULGAR: Final = {"¼": Fraction(1, 4), "½": Fraction(1, 2), "¾": Fraction(3, 4)}
_CPU_UNITS: Final = {
    "m": ("", Fraction(1, 1000)),
    "millicore": ("", Fraction(1, 1000)),
    "millicores": ("", Fraction(1, 1000)),
    "cpu": ("", Fraction(1)),
    "cpus": ("", Fraction(1)),
    "core": ("", Fraction(1)),
    "cores": ("", Fraction(1)),
}


class Amount(NamedTuple):
    """A value in the smallest unit of its kind, and the kind."""

    value: Fraction
    kind: str


class Writing(NamedTuple):
    """How an amount is written: what its unit is times, and its digits and power, if it is no fraction."""

    size: Fraction
    digits: str


def amount(text: str, is_about_cpu: bool) -> Amount | None:
    """Read a text that is a number and at most a unit; codes with leading zeros and signs with a plus are none."""
    read = written_amount(text, is_about_cpu)
    return read[0] if read else None


def written_amount(text: str, is_about_cpu: bool) -> tuple[Amount, Writing] | None:
    """Read an amount, and how it is written."""
    words = plain(text).rstrip(".") if len(text) <= _LONGEST else ""
    found = _NUMBER.fullmatch(words)
    if found is None:
        return None
    unit = found["unit"].strip()
    cpu = _CPU_UNITS.get(unit.casefold()) if is_about_cpu else None
    kind, size = (
        cpu or _UNITS.get(unit) or _UNITS.get(unit.casefold() if len(unit) > 2 else unit) or (fold(unit), Fraction(1))
    )
    digits = f"{found['digits'].translate(_SIGNS)}e{found['power'] or 0}" if found["digits"] else ""
    return Amount(_value(found) * size, f"{found['money']} {kind}"), Writing(size, digits)


def _value(found: re.Match[str]) -> Fraction:
    if found["vulgar"]:
        value = _VULGAR[found["vulgar"]]
    elif found["over"]:
        value = Fraction(int(found["over"]), int(found["under"]))
    else:
        value = Fraction(found["digits"].translate(_SIGNS)) * Fraction(10) ** int(found["power"] or 0)
    return -value if found["sign"] else value
