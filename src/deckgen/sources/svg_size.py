"""How large an SVG is drawn, in CSS pixels: by `width` and `height`, else by its `viewBox`."""

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from xml.etree.ElementTree import Element

_PIXELS: Final = MappingProxyType(
    {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "em": 16.0, "ex": 8.0}
)
_NUMBER: Final = r"[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})(?:[eE][+-]?\d)?"
_LENGTH: Final = re.compile(rf"\s*({_NUMBER})\s*([a-z]*)\s*", re.IGNORECASE)
_VIEW: Final = re.compile(rf"\s*{_NUMBER}[\s,]+{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*")


@dataclass(frozen=True, slots=True)
class SvgSize:
    """Width and height in whole pixels, and the part of the drawing that they show."""

    width: int
    height: int
    view: str


def svg_size(root: Element) -> SvgSize | None:
    """Return the size of a drawing; nothing where it tells none."""
    width, height = _length(root.get("width")), _length(root.get("height"))
    view = _VIEW.fullmatch(root.get("viewBox", ""))
    sides = (float(view[1]), float(view[2])) if view else (width or 0, height or 0)
    if min(sides) <= 0:
        return None
    ratio = sides[0] / sides[1]
    if width is None and height is None:
        width, height = sides
    wide = width if width is not None else (height or 0) * ratio
    high = height if height is not None else wide / ratio
    shown = " ".join((root.get("viewBox") or "").split()) if view else f"0 0 {wide:g} {high:g}"
    return SvgSize(max(1, round(wide)), max(1, round(high)), shown)


def _length(text: str | None) -> float | None:
    """Return a length in pixels; a share of the page is none."""
    found = _LENGTH.fullmatch(text or "")
    unit = _PIXELS.get(found[2].lower()) if found else None
    return float(found[1]) * unit if found and unit and float(found[1]) > 0 else None
