"""The note types: their fields and templates never change their number or order, or Anki would refuse updates.

What is to come takes a reserved field, which then gets a name: fields and templates are known to Anki by their ids.
"""

from dataclasses import dataclass
from typing import Final

_RESERVED: Final = ("Reserved1", "Reserved2", "Reserved3")


@dataclass(frozen=True, slots=True)
class NoteType:
    """A kind of note; `name` finds its templates, `sort_field` is what Anki's browser shows of a note.

    Every type but a cloze has a second template that makes no card until `Reserved3` is filled.
    """

    name: str
    fields: tuple[str, ...]
    sort_field: str
    is_cloze: bool = False

    @property
    def templates(self) -> tuple[str, ...]:
        """The names of the card templates, as in `choice.front.html`."""
        return (self.name,) if self.is_cloze else (self.name, "reserved")

    def filled(self, **values: str) -> tuple[str, ...]:
        """Return the values of all fields in order; what is not given is empty."""
        unknown = values.keys() - set(self.fields)
        if unknown:
            raise ValueError(f"no field of {self.name}: {', '.join(sorted(unknown))}")
        return tuple(values.get(field, "") for field in self.fields)


CHOICE: Final = NoteType(
    "choice",
    (
        *("Key", "Stem", "Choose", "Options", "Answer", "Explanation", "Whys", "Source", "Shuffle"),
        *_RESERVED,
    ),
    "Stem",
)
OPEN: Final = NoteType("open", ("Key", "Stem", "Answer", "Explanation", "Source", *_RESERVED), "Stem")
CELL: Final = NoteType("cell", ("Key", "Table", "Given", "Asked", "Answer", "Row", "Source", *_RESERVED), "Given")
CLOZE: Final = NoteType("cloze", ("Key", "Text", "Source", *_RESERVED), "Text", is_cloze=True)
