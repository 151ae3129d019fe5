"""SVG without what could run, fetch or embed something: what is not allowed is left out, and named.

Elements are on a list (after SVG 2, W3C); attributes are those without a namespace whose values neither run nor fetch
anything. What editors write for themselves, in namespaces of their own, goes without a word, for nobody sees it.
"""

import re
from dataclasses import dataclass, field
from html import escape
from typing import Final
from xml.etree import ElementTree

from deckgen.sources.svg_size import SvgSize, svg_size
from deckgen.sources.svg_values import clean_style, clean_value

_SVG: Final = "{http://www.w3.org/2000/svg}"
_HREFS: Final = ("href", "{http://www.w3.org/1999/xlink}href")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BREAK: Final = re.compile(r"[\t\n\r]")
_DEEPEST: Final = 100
_DECLARATION: Final = re.compile(r"<!ENTITY|<!DOCTYPE[^>]*\[", re.IGNORECASE)
_SHAPES: Final = "svg g defs symbol use switch path rect circle ellipse line polyline polygon image"
_TEXTS: Final = "text tspan textPath title desc style"
_PAINTS: Final = "linearGradient radialGradient stop clipPath mask pattern marker filter"
_EFFECTS: Final = (
    "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap "
    "feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode "
    "feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence"
)
_ALLOWED: Final = frozenset(" ".join((_SHAPES, _TEXTS, _PAINTS, _EFFECTS)).split())
_UNSEEN: Final = frozenset({"metadata"})
_OPENED: Final = frozenset({"a"})
"""Elements that go while what they hold stays."""


class BrokenSvg(Exception):
    """An SVG that cannot be read; the message is for its author."""


@dataclass(frozen=True, slots=True)
class CleanSvg:
    """An SVG that only draws, its size, and what was taken out of it."""

    data: bytes
    size: tuple[int, int]
    removed: tuple[str, ...]


@dataclass(slots=True)
class _Cleaner:
    """Writes allowed elements anew, and collects the names of what it leaves out."""

    removed: dict[str, None] = field(default_factory=dict)

    def element(self, node: ElementTree.Element, depth: int, preset: dict[str, str]) -> str:
        """Return an element with what is allowed in it."""
        name = node.tag.removeprefix(_SVG)
        attributes = sorted({**self._attributes(node), **preset}.items())
        head = name + "".join(f' {key}="{_quoted(value)}"' for key, value in attributes)
        inner = self._style(node) if name == "style" else self._inner(node, depth)
        return f"<{head}>{inner}</{name}>" if inner else f"<{head}/>"

    def _inner(self, node: ElementTree.Element, depth: int) -> str:
        if depth > _DEEPEST:
            raise BrokenSvg(f"its elements are nested deeper than {_DEEPEST} levels")
        parts = [_text(node.text)]
        for child in node:
            parts += [self._child(child, depth + 1), _text(child.tail)]
        return "".join(parts)

    def _child(self, node: ElementTree.Element, depth: int) -> str:
        name = node.tag.removeprefix(_SVG)
        if name in _ALLOWED and node.tag != name:
            return self.element(node, depth, {})
        if name in _OPENED and node.tag != name:
            return self._inner(node, depth)
        if name not in _UNSEEN and (node.tag.startswith(_SVG) or "}" not in node.tag or _is_html(node.tag)):
            self.removed[f"<{name.rpartition('}')[2]}>"] = None
        return ""

    def _attributes(self, node: ElementTree.Element) -> dict[str, str]:
        kept = {}
        for key, value in node.attrib.items():
            if key in _HREFS:
                key = "href"
            elif key == _SPACE:
                key = "xml:space"
            elif "}" in key or key.startswith("data-"):
                continue
            clean = None if key[:2].lower() == "on" else clean_value(key, value)
            if clean != value:
                shown = value if len(value) < 40 else f"{value[:39]}…"
                self.removed[f'{key}="{" ".join(shown.split())}"'] = None
            if clean is not None:
                kept[key] = clean
        return kept

    def _style(self, node: ElementTree.Element) -> str:
        sheet = "".join(node.itertext())
        clean = clean_style(sheet)
        if clean != sheet:
            self.removed["what a `<style>` fetches"] = None
        return _text(clean)


def clean_svg(data: bytes) -> CleanSvg:
    """Return an SVG that only draws; raise `BrokenSvg` for what is none."""
    root = _root(data)
    cleaner = _Cleaner()
    size = svg_size(root)
    if size is None:
        raise BrokenSvg("it says no size; give its `<svg>` a `viewBox`, or `width` and `height`")
    text = cleaner.element(root, 0, _preset(size))
    return CleanSvg(text.encode(), (size.width, size.height), tuple(cleaner.removed))


def _preset(size: SvgSize) -> dict[str, str]:
    sizes = {"width": str(size.width), "height": str(size.height), "viewBox": size.view}
    return {"xmlns": _SVG.strip("{}"), **sizes}


def _root(data: bytes) -> ElementTree.Element:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BrokenSvg("it is not UTF-8") from error
    if _DECLARATION.search(text):
        raise BrokenSvg("it defines entities of its own; save it as plain SVG")
    try:
        root = ElementTree.fromstring(text)  # as text, so that no declared encoding hides anything from the search
    except (ElementTree.ParseError, ValueError) as error:
        raise BrokenSvg(f"it is no XML: {error}") from error
    if root.tag != f"{_SVG}svg":
        raise BrokenSvg('it does not begin with `<svg xmlns="http://www.w3.org/2000/svg">`')
    return root


def _text(text: str | None) -> str:
    return escape(text or "", quote=False).replace("\r", "&#13;")


def _quoted(value: str) -> str:
    """Return an attribute's value; a line break in it would else be read as a blank."""
    return _BREAK.sub(lambda sign: f"&#{ord(sign[0])};", escape(value))


def _is_html(tag: str) -> bool:
    return tag.startswith("{http://www.w3.org/1999/xhtml}")
