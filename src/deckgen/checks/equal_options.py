"""No two options of an item say the same.

If both are right, a learner who chooses one is marked wrong; if both are wrong, neither can be the answer and
the item has an option less than it shows. Two texts are the same when they differ only in case, white space,
punctuation at a word's end, quotes, hyphens, markup or Unicode form. Signs that mean something count: `C` is not `C++`.

Wrong:

    options:
      - text: Gang scheduling
        correct: true
      - text: "*gang-scheduling*."

Right:

    options:
      - text: Gang scheduling
        correct: true
      - text: Time-slicing
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.item import Choice

CODE: Final = "K104"
SEVERITY: Final = Severity.ERROR
_SIGNS: Final = str.maketrans("", "", "".join(chr(code) for code in range(128) if not chr(code).isalnum()))


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find options that equal an earlier one of their item."""
    for module in bank.modules:
        for item in module.choices:
            if may_have_equals(item):
                yield from _equals(item)


def may_have_equals(item: Choice) -> bool:
    """Tell whether two options can be equal, at little cost: folding keeps ASCII letters and digits."""
    texts = [option.text for option in item.options]
    return not all(map(str.isascii, texts)) or len({t.lower().translate(_SIGNS) for t in texts}) < len(texts)


def _equals(item: Choice) -> Iterator[Diagnostic]:
    first: dict[str, int] = {}
    for place, option in enumerate(item.options):
        if not option.text:
            continue
        same = first.setdefault(fold(option.text) or option.text, place)
        if same != place:
            message = f"`{option.text}` says the same as the option `{item.options[same].text}`; reword or remove one"
            yield Diagnostic(item.origin.of("options", place), CODE, message)
