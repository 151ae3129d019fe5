"""From a text as typed to the sort of value that a field holds."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from deckgen.model.schema import (
    MOST_FORMS,
    Address,
    Count,
    FormCount,
    Id,
    Line,
    Percent,
    Prose,
    Reference,
    Verbatim,
    Word,
)

NAME: Final = r"[a-z0-9-]{1,80}"
REFERENCE: Final = rf"(?:{NAME}/)?{NAME}(?:\.{NAME}\.{NAME})?"
_NAME_RULE: Final = re.compile(NAME)
_REFERENCE_RULE: Final = re.compile(REFERENCE)
_YES: Final = frozenset({"true", "yes", "y", "on", "1", "x", "ja", "oui", "si", "sí", "sì", "sim"})
"""What people write for `true`."""

_SIGNS: Final = re.compile(r"[^a-z0-9]+")
_NUMBER: Final = re.compile(r"[0-9]{1,6}")
_ADDRESS: Final = re.compile(r"https?://[^\s\"<>]+")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")

Converter = Callable[[str], Any]


class Refused(Exception):
    """The text is not of the wanted sort; the message is the cure, `is_name` tells ids from other values.

    `meant` is the value where it is plain all the same, so that one slip does not look like two to the rules.
    """

    def __init__(self, cure: str, *, is_name: bool = False, meant: object = None) -> None:
        super().__init__(cure)
        self.is_name = is_name
        self.meant = meant


def converter_of(kind: Any) -> Converter | None:
    """Return what makes a value of a text, or raises `Refused` with the cure; `None` for what is no scalar."""
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return _enum(kind)
    return _CONVERTERS.get(kind)


def is_name(text: str) -> bool:
    """Tell whether a text is an id."""
    return _NAME_RULE.fullmatch(text) is not None


def _prose(text: str) -> str:
    return text.strip("\n").rstrip()


def _verbatim(text: str) -> str:
    return text.rstrip()


def _line(text: str) -> str:
    if "\n" in text.strip():
        raise Refused("has several lines; this field takes one")
    return text.strip()


def _word(text: str) -> str:
    if len(text.split()) > 1:
        raise Refused("has white space in it; this field takes one word, joined with `-`")
    return text.strip()


def _name(text: str) -> str:
    name = text.strip()
    if not _NAME_RULE.fullmatch(name):
        like = _like(name)
        cure = f", as in `{like}`" if like else ""
        raise Refused(f"is no id; use a-z, 0-9 and `-`, at most 80 characters{cure}", is_name=True)
    return name


def _like(name: str) -> str:
    """Return the id that a name would be without capitals, accents and other signs; nothing where none is left."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    like = _SIGNS.sub("-", plain).strip("-")
    # letters that have no plain ones, as those of other scripts, would leave a torso
    return like if plain.isascii() and _NAME_RULE.fullmatch(like) else ""


def _reference(text: str) -> str:
    if not _REFERENCE_RULE.fullmatch(text.strip()):
        raise Refused("names nothing; write `name`, `module/name` or `table.row.column`", is_name=True)
    return text.strip()


def _address(text: str) -> str:
    if not _ADDRESS.fullmatch(text.strip()):
        raise Refused("is no address; write it whole, from `https://`")
    return text.strip()


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise Refused("is neither `true` nor `false`; write one of these", meant=text.casefold() in _YES or None)
    return text == "true"


def _count(text: str) -> int:
    if not _NUMBER.fullmatch(text) or int(text) == 0:
        raise Refused("is no whole number from 1 to 999999; write one")
    return int(text)


def _form_count(text: str) -> int:
    if not _NUMBER.fullmatch(text) or not 1 <= int(text) <= MOST_FORMS:
        raise Refused(f"is no number of forms from 1 to {MOST_FORMS}; write one")
    return int(text)


def _percent(text: str) -> int:
    number = text.removesuffix("%").strip()
    if not text.endswith("%") or not _NUMBER.fullmatch(number) or int(number) > 100:
        raise Refused("is no percentage; write one as `75%`")
    return int(number)


def _date(text: str) -> date:
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Refused("is no date; write one as `2026-11-23`")


def _enum(kind: type[StrEnum]) -> Converter:
    words = {str(one): one for one in kind}

    def convert(text: str) -> StrEnum:
        word = words.get(text)
        if word is None:
            raise Refused("is not known here; write " + " or ".join(f"`{one}`" for one in words))
        return word

    return convert


_CONVERTERS: Final[Mapping[Any, Converter]] = MappingProxyType(
    {
        Prose: _prose,
        Verbatim: _verbatim,
        Line: _line,
        Word: _word,
        Id: _name,
        Reference: _reference,
        Address: _address,
        Count: _count,
        FormCount: _form_count,
        Percent: _percent,
        bool: _flag,
        date: _date,
    }
)
