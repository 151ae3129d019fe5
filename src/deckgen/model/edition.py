"""What a writer takes and what it gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from typing import TypeVar, cast

from deckgen.model.bank import Bank
from deckgen.model.form import Paper
from deckgen.model.lock import Lock
from deckgen.model.names import Index

_Made = TypeVar("_Made")


class PaperSize(StrEnum):
    """The paper that pages are laid out for."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, eq=False)
class Edition:
    """Everything that is being published; the same edition gives the same bytes, and none equals another.

    `templates` maps a template's path, such as `print/form.html.j2`, to its bytes; the packaged original also stands
    under `deckgen/…`. `now` is the second since 1970 that dates what changed; `sha256` that of the bank's files.
    With `large_print` every paper that is handed out has a twin in large print.
    """

    bank: Bank
    papers: tuple[Paper, ...]
    templates: Mapping[str, bytes]
    lock: Lock
    now: int
    sha256: str
    deckgen: str
    paper: PaperSize = PaperSize.A4
    large_print: bool = False
    _made: dict[object, object] = field(default_factory=dict, init=False, repr=False)

    @property
    def index(self) -> Index:
        """What the names in the bank refer to."""
        return self.once(_index)

    def once(self, make: "Callable[[Edition], _Made]") -> _Made:
        """Return what a function makes of this edition; it is made once, however many writers ask for it."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(_Made, self._made[make])


def _index(edition: Edition) -> Index:
    return Index.of(edition.bank)


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output file: its path in the output folder, its bytes, and the exam that it belongs to, if any."""

    path: PurePosixPath
    data: bytes
    exam: str | None = None
