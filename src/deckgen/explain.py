"""What each code means: the pages that `deckgen explain` prints."""

import inspect

from deckgen import checks
from deckgen.assemble import faults as assemble_faults
from deckgen.sources import faults as source_faults
from deckgen.writers._anki import faults as anki_faults
from deckgen.writers._print import faults as print_faults


def known_codes() -> tuple[str, ...]:
    """Return every code that a finding can carry, sorted."""
    return tuple(sorted(_pages()))


def page(code: str) -> str | None:
    """Return the page of a code: the law, the reason, a wrong and a right example."""
    text = _pages().get(code)
    return None if text is None else f"{code}: {inspect.cleandoc(text)}"


def _pages() -> dict[str, str]:
    functions = {**source_faults.CODES, **assemble_faults.CODES, **anki_faults.CODES, **print_faults.CODES}
    pages = {code: make.__doc__ or "" for code, make in functions.items()}
    return pages | {rule.code: rule.doc for rule in checks.rules()}
