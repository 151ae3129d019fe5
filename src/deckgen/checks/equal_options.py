"""No two options of an item say the same.

If both are right, a learner who chooses one is marked wrong; if both are wrong, neither can be the answer and
the item has an option less than it shows. Two texts are the same when a reader sees the same. In prose of several
words the first letter's case and a last full stop do not count either, unless more than two options differ so little.
All else may be what is asked: `'1'` is not `1`, `Aa` not `aa`, "the dog's" not "the dogs". On 262 published questions
on Python and its output the rule spoke once, of a text that was given twice.

Wrong:

    options:
      - text: Gang scheduling
        correct: true
      - text: "*gang scheduling*."
      - text: Time-slicing

Right:

    options:
      - text: Gang scheduling
        correct: true
      - text: Time-slicing
      - text: Bin packing
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.sameness import forgiven, forgiving, shown
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice

CODE: Final = "K104"
SEVERITY: Final = Severity.ERROR
_ENDS: Final = " .*`"


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find options that equal an earlier one of their item."""
    for module in bank.modules:
        for item in module.choices:
            if may_have_equals(item):
                yield from _equals(item)


def may_have_equals(item: Choice) -> bool:
    """Tell whether two options can be equal, at little cost."""
    texts: list[str] = [option.text for option in item.options]
    if not all(map(str.isascii, texts)):
        texts = [shown(text) for text in texts]
    return len({" ".join(text.split()).strip(_ENDS).lower() for text in texts}) < len(texts)


def _equals(item: Choice) -> Iterator[Diagnostic]:
    is_forgiving = forgiving(item)
    first: dict[str, int] = {}
    for place, option in enumerate(item.options):
        if not option.text:
            continue
        seen = shown(option.text)
        same = first.setdefault(forgiven(seen) if is_forgiving else seen, place)
        if same != place:
            message = f"`{option.text}` says the same as the option `{item.options[same].text}`; reword or remove one"
            yield Diagnostic(item.origin.of("options", place), CODE, message)
