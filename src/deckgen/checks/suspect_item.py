"""What an item rests on still says what it said when a person last read the item.

The lock keeps the value of each fact and cell that an item cites; requirements tools call a link whose end has moved
suspect. Only a person can tell whether the key is still right, so that the item stands still until `deckgen accept`.
Case and white space do not count, nor marks in pairs such as backticks and stars, nor dates and sources; any other sign
may be what is said, and another image is another value. The law is an equality, so that there was no precision to
measure.

Wrong: to change `home` from `CNCF Incubating` to `CNCF Graduated`, and to leave the items that cite it unread.

Right: to read them again, to mend what is no longer so, and to run `deckgen accept ai-ml/ml-platform`.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.accepted import contrast, suspects
from deckgen.model.bank import Bank
from deckgen.model.names import full_name

CODE: Final = "F506"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find live items that rest on what has changed since they were accepted."""
    for suspect in suspects(bank, context.index, context.lock):
        one = suspect.citation
        old, new = contrast(suspect.old, one.value)
        message = (
            f"`{one.item.id}` was accepted when `{one.item.facts[one.place]}` said {old}, now it says {new}; "
            f"read the item again, then run `deckgen accept {full_name(one.module, one.item.id)}`"
        )
        yield Diagnostic(one.item.origin.of("facts", one.place), CODE, message)
