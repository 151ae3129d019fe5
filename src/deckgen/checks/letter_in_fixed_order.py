"""No text names an option by its letter or place, even where the order is fixed.

It is right today. Whoever inserts an option, sorts them or drops `shuffle: false` makes it wrong, and nobody is told.
In shuffled items the same words are an error. 20 of 20 findings that were looked at in 368 published items were true.

Wrong:

    shuffle: false
    rationale: |
      Option B is the smallest that fits.

Right:

    shuffle: false
    rationale: |
      4 GiB is the smallest that fits.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from deckgen.assemble.shuffle import layout_of, sums_up
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.item_prose import Part, Text
from deckgen.checks._shared.mentions import Mention, cure, staying
from deckgen.checks._shared.naming import by_letter, by_place
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice

CODE: Final = "R405"
SEVERITY: Final = Severity.WARNING


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find letters and places of options that stay where they are, one in each text."""
    english = bank.head.is_english
    for module in bank.modules:
        for item in module.choices:
            if not _has_fixed_places(item):
                continue
            for mention in staying(_first_of_each_text(item, english), item):
                if not _is_summary(mention):
                    message = f"`{mention.words}` breaks as soon as an option is inserted; {cure(mention)}"
                    yield Diagnostic(mention.text.span, CODE, message)


def _has_fixed_places(item: Choice) -> bool:
    """Tell whether an option stays, at little cost for what is shuffled as a whole."""
    return not item.shuffle or len(layout_of(item).free) < len(item.options)


def _first_of_each_text(item: Choice, is_english: bool) -> Iterator[Mention]:
    seen: set[Text] = set()
    for mention in chain(by_letter(item, is_english), by_place(item) if is_english else ()):
        if mention.text not in seen:
            seen.add(mention.text)
            yield mention


def _is_summary(mention: Mention) -> bool:
    """Tell whether an option refers to others as a whole, of which another rule speaks."""
    return mention.text.part is Part.OPTION and sums_up(mention.text.words)
