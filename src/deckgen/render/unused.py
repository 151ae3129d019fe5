"""What is of no use in a bank's theme: files and tokens, mostly those whose name is not quite that of deckgen's own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

_FOLDERS: Final = ("anki/", "print/", "theme/")
_READ: Final = (".css", ".html", ".j2")
_USED: Final = (*_READ, ".js", ".woff2", ".woff", ".ttf", ".otf")
"""How files end that pages and cards are made of; others, such as a font's licence, may stand beside them."""

_TOKENS: Final = "theme/tokens.css"
_SET: Final = re.compile(rb"(?<![\w-])(--[\w-]+)\s*:")
_USE: Final = re.compile(rb"var\(\s*(--[\w-]+)")
_COMMENT: Final = re.compile(rb"/\*.*?\*/", re.DOTALL)


def unused(templates: Mapping[str, bytes]) -> Iterator[tuple[str, str | None]]:
    """Yield each such file, with the name of one of deckgen's that is like it."""
    ours = [name.removeprefix("deckgen/") for name in templates if name.startswith("deckgen/")]
    own = sorted(name for name in templates.keys() - set(ours) if name.startswith(_FOLDERS) and name.endswith(_USED))
    for name in own:
        called = [one.encode() for one in _called(name)]
        texts = (text for other, text in templates.items() if other != name and other.endswith(_READ))
        if not any(one in text for text in texts for one in called):
            yield name, _like(name, ours)


def _called(name: str) -> tuple[str, ...]:
    """Return what pages call a file, and what cards do; `fonts.css` is beside the fonts that it names."""
    if name.endswith(_READ):
        return (name,)
    return name.removeprefix("theme/"), f"%{name.rpartition('/')[2]}%"


def unused_tokens(templates: Mapping[str, bytes]) -> Iterator[tuple[int, str, str | None]]:
    """Yield each token of a bank's own that no page uses, with its line and one of deckgen's that is like it."""
    ours = set(_SET.findall(templates.get(f"deckgen/{_TOKENS}", b"")))
    text = _COMMENT.sub(lambda found: b"\n" * found[0].count(b"\n"), templates.get(_TOKENS, b""))
    own = [found for found in _SET.finditer(text) if found[1] not in ours]
    texts = [file for name, file in templates.items() if name.endswith(_READ)] if own else []
    used = {name for file in texts for name in _USE.findall(file)}
    for found in own:
        if found[1] not in used:
            near = get_close_matches(found[1].decode(), [name.decode() for name in ours], 1)
            yield text.count(b"\n", 0, found.start()) + 1, found[1].decode(), near[0] if near else None


def _like(name: str, ours: Sequence[str]) -> str | None:
    """Return the file of ours whose name, wherever it stands, is most like this one; rather one of the same folder."""
    folder = name.partition("/")[0]
    by_last = {one.rpartition("/")[2]: one for one in sorted(ours, key=lambda one: one.partition("/")[0] == folder)}
    near = get_close_matches(name.rpartition("/")[2], list(by_last), 1, 0.8)
    return by_last[near[0]] if near else None
