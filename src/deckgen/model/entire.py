"""Whether something was read as it was authored, in full."""

from collections.abc import Sequence

from deckgen.model.item import Choice
from deckgen.model.origin import Origin


def is_entire(origin: Origin, name: str, read: Sequence[object]) -> bool:
    """Tell whether every authored entry of a list was read."""
    return (name, len(read)) not in origin.marks


def has_entire_options(item: Choice) -> bool:
    """Tell whether every option of an item was read, with its text."""
    return is_entire(item.origin, "options", item.options) and all(option.text for option in item.options)
