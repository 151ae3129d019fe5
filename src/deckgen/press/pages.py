"""What goes through the pipes between a build and the workers that print for it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page to print: its path in the output folder, and its HTML."""

    path: str
    html: bytes


@dataclass(frozen=True, slots=True)
class Printed:
    """A page as PDF, and what WeasyPrint remarked."""

    pdf: bytes
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """How a page could not be printed: the last line of what Python says, and all of it."""

    error: str
    trace: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A worker can print; `versions` names all on which the bytes of a PDF depend beside its page."""

    versions: str


@dataclass(frozen=True, slots=True)
class Lacking:
    """A worker cannot print: a Python package is not there, or a library of the system; and what was said of it."""

    package: bool
    why: str
