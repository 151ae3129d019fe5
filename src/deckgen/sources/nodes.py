"""A YAML document as located text, lists and mappings; nothing is guessed."""

from typing import NamedTuple


class Scalar(NamedTuple):
    """A text as typed; `comment` is what YAML cut off behind ` #` although it looks like text."""

    text: str
    line: int
    column: int
    comment: str | None = None


class Sequence(NamedTuple):
    """A list."""

    items: list["Node"]
    line: int
    column: int


class Mapping(NamedTuple):
    """A mapping from each key's text to the key and its value, in authored order."""

    entries: dict[str, tuple[Scalar, "Node"]]
    line: int
    column: int


Node = Scalar | Sequence | Mapping
