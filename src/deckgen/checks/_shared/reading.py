"""What was authored but could not be read: about that the reader has spoken already, and the rules are silent."""

from deckgen.model.entire import has_entire_options, is_entire
from deckgen.model.names import Index

__all__ = ["has_entire_options", "is_entire", "may_be_unread"]


def may_be_unread(index: Index, name: str) -> bool:
    """Tell whether a full name, or a row or column in it, may stand in a part that could not be read."""
    module, _, local = name.partition("/")
    return index.may_be_unread(name) or any(f"{module}/{part}" in index.unread for part in local.split("."))
