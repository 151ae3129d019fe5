"""Values and style sheets of an SVG that neither run nor fetch anything."""

import re
from typing import Final

_NAME: Final = re.compile(r"[A-Za-z][\w.-]*")
_PICTURE: Final = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_FONT: Final = r"data:(?:font/[\w.+-]+|application/(?:x-)?font-[\w.+-]+)"
_FETCHING: Final = re.compile(
    rf"url\(\s*[\"']?\s*(?!\#|{_FONT}|data:image/(?:png|jpeg|gif|webp)[;,])[^)]*\)?|(?:image-set|expression)\([^)]*\)?",
    re.IGNORECASE,
)
_IMPORT: Final = re.compile(r"@import[^;]*;?", re.IGNORECASE)
_RUNNING: Final = re.compile(r"\s*(?:java|vb)script\s*:", re.IGNORECASE)
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


def clean_value(name: str, value: str) -> str | None:
    """Return an attribute's value without what it fetches; nothing where no part of it may stay."""
    if not _NAME.fullmatch(name) and name != "xml:space":
        return None
    if name == "href":
        return value if value.startswith("#") or _PICTURE.fullmatch(value) else None
    if name == "src" or _RUNNING.match(value):
        return None
    return clean_style(value) if name == "style" or "(" in value or "\\" in value else value


def clean_style(sheet: str) -> str:
    """Return a style sheet that fetches nothing; without escapes, which would hide from whoever looks for words."""
    if "\\" in sheet:
        return ""
    # With its comments and without: what looks like a comment may stand in quotes.
    if all(_inert(seen) == seen for seen in (sheet, _bare(sheet))):
        return sheet
    return _inert(_bare(_inert(sheet)))


def _bare(sheet: str) -> str:
    return _COMMENT.sub(" ", sheet)


def _inert(sheet: str) -> str:
    return _FETCHING.sub(" none ", _IMPORT.sub(" ", sheet))
