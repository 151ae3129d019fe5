"""A YAML document as located text, lists and mappings; nothing is guessed."""

from typing import NamedTuple

from deckgen.model.origin import Mark


class Scalar(NamedTuple):
    """A text as typed; `comment` is what YAML cut off behind ` #` although it looks like text."""

    text: str
    mark: Mark
    comment: str | None = None


class Sequence(NamedTuple):
    """A list."""

    items: list["Node"]
    mark: Mark


class Mapping(NamedTuple):
    """A mapping from each key's text to the key's place and its value, in authored order."""

    entries: dict[str, tuple[Mark, "Node"]]
    mark: Mark


Node = Scalar | Sequence | Mapping
