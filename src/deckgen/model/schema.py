"""The kinds of text that authors write, and the marks by which a dataclass describes its YAML.

The dataclasses of the model are the one description of the format: the decoder, the JSON Schema and the field
reference are derived from them. A field's first string in `Annotated` is its documentation.
"""

from dataclasses import dataclass
from typing import Final, NewType

Id = NewType("Id", str)
"""A name for ever: `[a-z0-9-]+`."""

Reference = NewType("Reference", str)
"""A name of something else: `name`, `module/name`, or `table.row.column` for a cell."""

Line = NewType("Line", str)
"""Plain text on one line."""

Word = NewType("Word", str)
"""Plain text without white space."""

Prose = NewType("Prose", str)
"""Markdown."""

Verbatim = NewType("Verbatim", str)
"""Text kept as typed: code, terminal output, a diagram."""

Address = NewType("Address", str)
"""An http or https URL."""

Percent = NewType("Percent", int)
"""A whole percentage, written `75%`."""

Count = NewType("Count", int)
"""A whole number from 1."""

FormCount = NewType("FormCount", int)
"""A number of forms, from 1 to `MOST_FORMS`."""

MOST_FORMS: Final = 500
"""More are a slip of the hand, and would take minutes to print."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping in YAML, a tuple in the model: each key becomes the field `name` of its element."""

    name: str


@dataclass(frozen=True, slots=True)
class Rest:
    """Takes every key of the mapping that is no other field's."""


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """A list that may be written as its only element."""
