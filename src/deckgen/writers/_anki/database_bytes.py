"""A database as bytes that depend on what is in it, and not on the SQLite that wrote it."""

import sqlite3
from typing import Final

_CHANGES: Final = (1).to_bytes(4, "big")
_SQLITE_VERSION: Final = (3_040_000).to_bytes(4, "big")
_INNER, _LEAF = (2, 5), (10, 13)
"""The first bytes of the pages that are trees; all others begin with the number of the next page, below 2**24."""


def database_bytes(connection: sqlite3.Connection) -> bytes:
    """Return a database of which `VACUUM` was the last word, without the traces of its writing.

    The header counts the writes and names the library; and what was moved within a page leaves bytes in the room
    between its list of cells and the cells, other ones with each version (https://sqlite.org/fileformat2.html#b_tree_pages).
    """
    database = bytearray(connection.serialize())
    size = int.from_bytes(database[16:18], "big")
    for start in range(0, len(database), size):
        _clear_room(database, start, 100 if start == 0 else 0)
    database[24:28] = database[92:96] = _CHANGES
    database[96:100] = _SQLITE_VERSION
    return bytes(database)


def _clear_room(database: bytearray, start: int, skipped: int) -> None:
    """Write zeros where a page has neither its list of cells nor cells."""
    head = start + skipped
    kind, cells, first = database[head], database[head + 3 : head + 5], database[head + 5 : head + 7]
    if kind in (*_INNER, *_LEAF):
        after_list = head + (12 if kind in _INNER else 8) + 2 * int.from_bytes(cells, "big")
        before_cells = start + int.from_bytes(first, "big")
        database[after_list:before_cells] = bytes(before_cells - after_list)
