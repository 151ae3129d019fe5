"""No text names an option by a place that others take.

Options are shuffled: "the second option" is another one on each paper, and "the above" may stand below. What is pinned
with `place` keeps its place, and may be called the last or the first. Letters and places together stood in 76 of 368
published rationales (21 %), and 20 of 20 findings that were looked at were true. Only words that speak of options
count: "the second replica" is none, and nor are "the former" and "the latter".

Wrong:

    rationale: |
      The second option restarts what has ended.

Right:

    rationale: |
      A Deployment restarts what has ended.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.assemble.shuffle import layout_of
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.english import is_english
from deckgen.checks._shared.naming import by_place, moves
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "R402"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find words for the places of options in items that are shuffled."""
    if not is_english(bank):
        return
    for module in bank.modules:
        for item in module.choices:
            for mention in by_place(item):
                if moves(mention, layout_of(item)):
                    message = f"`{mention.words}` goes by places, and options are shuffled; name the option by its text"
                    yield Diagnostic(mention.text.span, CODE, message)
