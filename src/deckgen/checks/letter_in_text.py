"""No text names an option by a letter that moves.

Options are shuffled, so on the printed paper B is another option than in the bank, and a learner reads that the right
answer is wrong. A card shows options without letters. 76 of 368 published rationales (21 %) named options by letters;
20 of 20 findings that were looked at were true. Letters that the item uses as names ("node B", "written in C",
"triangle ABC") are none, and neither is what stands in code or marks the parts of a figure. Of 404 items that were
written to deceive this rule and others three do; where letters name options and things as well, some go unnoticed.

Wrong:

    rationale: |
      C is wrong because a Deployment restarts what has ended.

Right:

    options:
      - text: Deployment
        why: |
          It restarts what has ended.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.mentions import cure, moving
from deckgen.checks._shared.naming import by_letter
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "R401"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find letters that stand for options of items that are shuffled."""
    english = bank.head.is_english
    for module in bank.modules:
        for item in module.choices:
            for mention in moving(by_letter(item, english), item):
                message = f"`{mention.words}` names an option by a letter, and options are shuffled; {cure(mention)}"
                yield Diagnostic(mention.text.span, CODE, message)
