"""No text names an option by a place that others take.

Options are shuffled: "the second option" is another one on each paper, and "the above" may stand below. What is pinned
with `place` keeps its place, and may be called the last or the first. Letters and places together stood in 76 of 368
published rationales (21 %), and 20 of 20 findings that were looked at were true. Only words that speak of options
count: "the second replica" is none, nor are "the former" and "the latter", nor "the first choice" unless it is called
right or wrong. Where the matter has options or answers of its own (DHCP, a command line, a vote), the rule is silent.

Wrong:

    rationale: |
      The second option restarts what has ended.

Right:

    rationale: |
      A Deployment restarts what has ended.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.mentions import moving
from deckgen.checks._shared.naming import by_place
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "R402"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find words for the places of options in items that are shuffled."""
    if not bank.head.is_english:
        return
    for module in bank.modules:
        for item in module.choices:
            for mention in moving(by_place(item), item):
                message = f"`{mention.words}` goes by places, and options are shuffled; name the option by its text"
                yield Diagnostic(mention.text.span, CODE, message)
