"""What the cards of a note type look like: templates, style sheet, and the files that these name."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from deckgen.render.direction import direction
from deckgen.writers._anki.card_words import WORD
from deckgen.writers._anki.note_types import NoteType

_SCRIPT: Final = re.compile(r"%([\w-]+\.js)%")
_FILE: Final = re.compile(r"%([\w-]+\.\w+)%")


@dataclass(frozen=True, slots=True)
class Look:
    """Each template's front and back, the style sheet, and the media of both by the names that they have in Anki."""

    sides: tuple[tuple[str, str], ...]
    css: str
    media: Mapping[str, bytes]


def look_of(note_type: NoteType, templates: Mapping[str, bytes], language: str, words: Mapping[str, str]) -> Look:
    """Read the templates of a note type; `%LANG%` and `%DIR%` in them become the language of the bank.

    `%answer%` becomes that one of the words, `%choice.js%` that script, and `%mono.woff2%` in the style sheet the
    name under which Anki keeps that file of `anki/` or `theme/fonts/`.
    """

    def script(name: re.Match[str]) -> str:
        found = templates.get(f"anki/{name[1]}")
        return name[0] if found is None else f"<script>\n{found.decode().strip()}\n</script>"

    def side(name: str) -> str:
        text = WORD.sub(lambda word: words[word[1]], templates[f"anki/{name}.html"].decode())
        text = _SCRIPT.sub(script, text)
        return text.replace("%LANG%", language).replace("%DIR%", direction(language)).strip()

    sides = tuple((side(f"{name}.front"), side(f"{name}.back")) for name in note_type.templates)
    css = templates["anki/card.css"].decode()
    places = [(name, f"{folder}/{name}") for name in _FILE.findall(css) for folder in ("theme/fonts", "anki")]
    files = {name: templates[place] for name, place in places if place in templates}
    for name, data in files.items():
        css = css.replace(f"%{name}%", _kept_name(name, data))
    return Look(sides, css, {_kept_name(name, data): data for name, data in files.items()})


def _kept_name(name: str, data: bytes) -> str:
    """Return the name of a file in Anki, which keeps what begins with `_`, and never replaces a name by new content."""
    path = PurePosixPath(name)
    return f"_deckgen-{path.stem}-{hashlib.sha256(data).hexdigest()[:8]}{path.suffix}"
