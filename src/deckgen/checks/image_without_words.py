"""An image or a sound has words, for who does not see or hear it.

The words between the brackets are what a screen reader says, what a card shows while a file is missing, and what paper
shows of a sound (WCAG 2.2, 1.1.1). They say what the question needs and do not give its answer away.

Wrong:

    stem: |
      What does this Pod share? ![](pod.png)

Right:

    stem: |
      What does this Pod share? ![A Pod with two containers and one volume](pod.png)
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.prose import passages
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.render.parser import references

CODE: Final = "I321"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find images of which nothing is said."""
    for text, origin, field in passages(bank):
        for one in references(text) if "![" in text else ():
            if not one.words:
                file = unquote(one.address)
                why = f"`{file}` has no words; say between `![` and `]` what it shows, for who cannot see it"
                yield Diagnostic(origin.of(*field), CODE, why)
