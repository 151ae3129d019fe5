"""Images and sounds as HTML: by name on a card, as a part of the page on paper, where a sound is only its words."""

from base64 import b64encode
from functools import lru_cache
from typing import Final

from deckgen.model.media import Medium

SOUND: Final = ("\ufdd3", "\ufdd4")
"""What stands for the brackets of `[sound:…]` until the text is a field; the reader refuses both in authored text."""


def on_card(medium: Medium, words: str) -> str:
    """Return an image or a sound for an Anki field; its file goes into the deck."""
    if medium.is_image:
        return _image(medium, medium.name, words)
    begin, end = SOUND
    return f'<span class="dg-sound" role="group" aria-label="{words}">{begin}sound:{medium.name}{end}</span>'


def on_paper(medium: Medium, words: str) -> str:
    """Return an image that the page holds itself, or the words of a sound."""
    return _image(medium, _data_address(medium), words) if medium.is_image else words


def _image(medium: Medium, address: str, words: str) -> str:
    size = ' width="{}" height="{}"'.format(*medium.size) if medium.size else ""
    return f'<img src="{address}" alt="{words}"{size}>'


@lru_cache(maxsize=32)
def _data_address(medium: Medium) -> str:
    return f"data:{medium.kind};base64,{b64encode(medium.data).decode()}"
