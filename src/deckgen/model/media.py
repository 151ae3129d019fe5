"""Images and sounds: files beside a module's texts, and texts that know which of them they name."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Medium:
    """A file as outputs carry it.

    Other content has another `name`, so that no client shows an old file for a new one.
    `kind` is its MIME type; an image has a width and a height in CSS pixels, a sound has none.
    """

    name: str
    kind: str
    data: bytes = field(repr=False)
    size: tuple[int, int] | None = None

    @property
    def is_image(self) -> bool:
        """Whether it is seen, not heard."""
        return self.kind.startswith("image/")


class Pictured(str):
    """A text with images or sounds: `media` has the file of each address as Markdown reads it.

    It is equal to its words alone. A file belongs to its text and not to the address, for two modules may have a
    `pods.png` each.
    """

    __slots__ = ("media",)
    media: Mapping[str, Medium]

    def __new__(cls, text: str, media: Mapping[str, Medium]) -> "Pictured":
        """Return a text that knows its files."""
        made = super().__new__(cls, text)
        made.media = media
        return made


def media_of(text: str) -> Mapping[str, Medium]:
    """Return the files that a text names, by address."""
    return text.media if isinstance(text, Pictured) else {}


def pictured(made: str, *sources: str) -> str:
    """Return a text that was made of others, with the files of those."""
    media = {address: medium for source in sources for address, medium in media_of(source).items()}
    return Pictured(made, media) if media else made
