"""Files of a bank's theme that are of no use: mostly those whose name is not quite that of what they are to replace."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

_FOLDERS: Final = ("print/", "theme/")
_READ: Final = (".css", ".j2")
_USED: Final = (*_READ, ".html", ".woff2", ".woff", ".ttf", ".otf")
"""How files end that pages are made of; others, such as a font's licence, may stand beside them."""


def unused(templates: Mapping[str, bytes]) -> Iterator[tuple[str, str | None]]:
    """Yield each, with the name of one of deckgen's that is like it."""
    ours = [name.removeprefix("deckgen/") for name in templates if name.startswith("deckgen/")]
    own = sorted(name for name in templates.keys() - set(ours) if name.startswith(_FOLDERS) and name.endswith(_USED))
    for name in own:
        called = (name if name.endswith(_READ) else name.removeprefix("theme/")).encode()  # fonts.css is beside fonts
        if not any(called in text for other, text in templates.items() if other != name and other.endswith(_READ)):
            yield name, _like(name, ours)


def _like(name: str, ours: Sequence[str]) -> str | None:
    """Return the file of ours whose name, wherever it stands, is most like this one."""
    by_last = {one.rpartition("/")[2]: one for one in ours}
    near = get_close_matches(name.rpartition("/")[2], list(by_last), 1, 0.8)
    return by_last[near[0]] if near else None
