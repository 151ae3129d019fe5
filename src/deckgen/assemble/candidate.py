"""An item that an exam may take."""

from dataclasses import dataclass

from deckgen.model.item import Item
from deckgen.model.module import Module


@dataclass(frozen=True, slots=True)
class Candidate:
    """A live item under its full name; `is_generated` tells what was made from a table."""

    name: str
    module: Module
    item: Item
    is_generated: bool = False
