"""The fonts of a page: of those that a theme declares it gets the ones whose signs it uses, written into the page."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

FONTS_HERE: Final = "\ufdd5"
"""Stands in a page where its fonts go, which are known once the page is whole; no authored text holds it."""

_FONTS_HERE: Final = FONTS_HERE.encode()
_SHEET: Final = "theme/fonts.css"
_FACE: Final = re.compile(r"@font-face\s*\{[^}]*\}")
_SOURCE: Final = re.compile(r"url\(\s*[\"']?(?!data:)([^\"')]+)[\"']?\s*\)")
_RANGES: Final = re.compile(r"unicode-range:([^;}]*)", re.IGNORECASE)
_RANGE: Final = re.compile(r"U\+([0-9A-F?]+)(?:-([0-9A-F]+))?", re.IGNORECASE)
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_ASCII: Final = frozenset(range(0x20, 0x7F))
_IS_ITALIC: Final = re.compile(r"font-style:\s*(?:italic|oblique)", re.IGNORECASE)
_IS_FOR_CODE: Final = re.compile(r"font-family:[^;]*\bmono\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Face:
    """One `@font-face` of a theme; without `ranges` it is for all signs."""

    css: str
    ranges: tuple[tuple[int, int], ...]
    is_italic: bool
    is_for_code: bool

    def has(self, sign: int) -> bool:
        """Tell whether the face is for this sign."""
        return not self.ranges or any(first <= sign <= last for first, last in self.ranges)


def faces(templates: Mapping[str, bytes]) -> tuple[Face, ...]:
    """Return what `theme/fonts.css` declares, each file that it names beside it written into it."""
    return tuple(_face(found[0], templates) for found in _FACE.finditer(_sheet(templates)))


def missing_font(templates: Mapping[str, bytes]) -> tuple[int, str] | None:
    """Return line and name of the first font that `theme/fonts.css` names and that is not beside it."""
    sheet = _sheet(templates)
    found = next((one for one in _SOURCE.finditer(sheet) if f"theme/{one[1]}" not in templates), None)
    return None if found is None else (sheet.count("\n", 0, found.start()) + 1, found[1])


def with_fonts(page: Sequence[str], known: tuple[Face, ...]) -> bytes:
    """Return a page, given in parts, with its fonts: those with a sign of it, italics and code only where it has some.

    The parts are put together as bytes, and only once: texts of a page's size that come and go between the pages that
    stay would leave a third of the memory in holes.
    """
    beyond = [part for part in page if not part.isascii()]
    signs = frozenset(sign for part in beyond for sign in _BEYOND_ASCII.findall(part)) - {FONTS_HERE}
    has_italics = any("<em>" in part for part in page)
    has_code = any("<code" in part or "<pre" in part for part in page)
    fonts = _css(known, signs, has_italics, has_code)
    return b"".join([_bytes(part, fonts) for part in page])


def _bytes(part: str, fonts: bytes) -> bytes:
    return part.encode().replace(_FONTS_HERE, fonts) if FONTS_HERE in part else part.encode()


def _sheet(templates: Mapping[str, bytes]) -> str:
    return templates.get(_SHEET, b"").decode("utf-8-sig", "replace")


def without_font(signs: set[str], known: tuple[Face, ...]) -> set[str]:
    """Return the signs that no font of a theme has; those that show nothing need none."""
    shown = (sign for sign in signs if sign.isprintable() and not sign.isspace())
    return {sign for sign in shown if not any(face.has(ord(sign)) for face in known)}


@lru_cache(maxsize=256)
def _css(known: tuple[Face, ...], signs: frozenset[str], has_italics: bool, has_code: bool) -> bytes:
    """Return the faces of a page; of ASCII it has about every sign."""
    beyond = {ord(sign) for sign in signs}
    return "\n".join(face.css for face in _needed(known, beyond | _ASCII, has_italics, has_code)).encode()


def _needed(known: tuple[Face, ...], signs: set[int], has_italics: bool, has_code: bool) -> Iterator[Face]:
    of_text = [face for face in known if not face.is_for_code]
    left = {sign for sign in signs if not any(face.has(sign) for face in of_text)}
    for face in known:
        if face.is_italic and not has_italics:
            continue
        if (face.is_for_code and has_code) or any(face.has(sign) for sign in (left if face.is_for_code else signs)):
            yield face


def _face(css: str, templates: Mapping[str, bytes]) -> Face:
    ranges = _RANGES.search(css)
    return Face(
        css=_SOURCE.sub(lambda source: _written_in(source, templates), css),
        ranges=tuple(_ends(one) for one in _RANGE.finditer(ranges[1])) if ranges else (),
        is_italic=_IS_ITALIC.search(css) is not None,
        is_for_code=_IS_FOR_CODE.search(css) is not None,
    )


def _written_in(source: re.Match[str], templates: Mapping[str, bytes]) -> str:
    data = templates.get(f"theme/{source[1]}")
    kind = source[1].rpartition(".")[2].lower()
    return source[0] if data is None else f'url("data:font/{kind};base64,{b64encode(data).decode()}")'


def _ends(one: re.Match[str]) -> tuple[int, int]:
    first, last = one[1].replace("?", "0"), one[2] or one[1].replace("?", "F")
    return int(first, 16), int(last, 16)
