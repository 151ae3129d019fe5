"""What was authored but could not be read: about that the reader has spoken already, and the rules are silent."""

from collections.abc import Sequence

from deckgen.model.item import Choice
from deckgen.model.names import Index
from deckgen.model.origin import Origin


def is_entire(origin: Origin, name: str, read: Sequence[object]) -> bool:
    """Tell whether every authored entry of a list was read."""
    return (name, len(read)) not in origin.marks


def has_entire_options(item: Choice) -> bool:
    """Tell whether every option of an item was read, with its text."""
    return is_entire(item.origin, "options", item.options) and all(option.text for option in item.options)


def may_be_unread(index: Index, name: str) -> bool:
    """Tell whether a full name, or a row or column in it, may stand in a part that could not be read."""
    module, _, local = name.partition("/")
    return index.may_be_unread(name) or any(f"{module}/{part}" in index.unread for part in local.split("."))
