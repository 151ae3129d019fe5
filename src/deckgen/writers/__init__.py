"""The output formats: each a module with a docstring and `write(edition)`; it is a format by being here.

A writer takes an edition and yields artifacts, stamps for the lock, and a diagnostic for what its format cannot
carry. It knows no disk, clock, network or environment: the same edition gives the same bytes.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from deckgen.diagnostics import Diagnostic
from deckgen.model.edition import Artifact, Edition
from deckgen.model.lock import Stamp

Written = Artifact | Diagnostic | Stamp


@dataclass(frozen=True, slots=True)
class Writer:
    """One output format: its name on the command line, what it is, and the function that writes it."""

    format: str
    doc: str
    write: Callable[[Edition], Iterator[Written]]


def formats() -> tuple[str, ...]:
    """Return the names of all formats without importing any."""
    return tuple(sorted(info.name.replace("_", "-") for info in pkgutil.iter_modules(__path__) if info.name[0] != "_"))


def writer(name: str) -> Writer:
    """Import the writer of a format."""
    module = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    return Writer(name, module.__doc__ or "", module.write)
