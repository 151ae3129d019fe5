"""Where a value of the bank was authored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from deckgen.diagnostics import Span

Mark = tuple[int, int]
"""A line and a column, both from 1."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The file and mark of an object, and the mark of each of its fields and of the entries of its lists.

    A field's mark stands under its name, an entry's under `(name, index)`.
    """

    file: str
    mark: Mark = (1, 1)
    marks: Mapping[str | tuple[str, int], Mark] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def span(self) -> Span:
        """The place of the object itself."""
        return Span(self.file, *self.mark)

    def of(self, name: str, index: int | None = None) -> Span:
        """Return the place of a field, or of one entry of it; the object's own where it was left out."""
        exact = self.marks.get((name, index)) if index is not None else None
        return Span(self.file, *(exact or self.marks.get(name) or self.mark))


NOWHERE: Final = Origin("")
