"""What each code means: the pages that `deckgen explain` prints."""

import inspect
from dataclasses import dataclass
from typing import Final

from deckgen import checks
from deckgen.assemble import faults as assemble_faults
from deckgen.diagnostics import Severity
from deckgen.sources import faults as source_faults
from deckgen.sources import media_faults
from deckgen.writers._anki import faults as anki_faults
from deckgen.writers._print import faults as print_faults

_WARNINGS: Final = ("E705", "S118", "S135", "S136", "W809", "W811")
"""What only warns, of what is no rule."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a code: its name, its severity unless a bank says otherwise, and its text in Markdown."""

    code: str
    name: str
    severity: Severity
    text: str


def known_codes() -> tuple[str, ...]:
    """Return every code that a finding can carry, sorted."""
    return tuple(page.code for page in pages())


def page(code: str) -> str | None:
    """Return the page of a code: the law, the reason, a wrong and a right example."""
    return next((f"{code}: {page.text}" for page in pages() if page.code == code), None)


def pages() -> tuple[Page, ...]:
    """Return what is known of every code, sorted."""
    homes = (source_faults, media_faults, assemble_faults, anki_faults, print_faults)
    functions = {code: make for home in homes for code, make in home.CODES.items()}
    found = [
        Page(code, make.__name__, Severity.WARNING if code in _WARNINGS else Severity.ERROR, inspect.getdoc(make) or "")
        for code, make in functions.items()
    ]
    found += [Page(rule.code, rule.name, rule.severity, inspect.cleandoc(rule.doc)) for rule in checks.rules()]
    return tuple(sorted(found, key=lambda page: page.code))
