"""`answer` names the options that are marked `correct: true`, all of them and no other.

One of the two entries is wrong, and a learner would be graded by it.

Wrong:

    options:
      - text: Job
        correct: true
      - text: Deployment
    answer: Deployment

Right:

    options:
      - text: Job
        correct: true
      - text: Deployment
    answer: Job
"""

from collections.abc import Iterable, Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.double_entry import answered, unfold, unmatched
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "K108"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find answers that are options, but not those marked; an item without a key is another rule's."""
    for item in answered(bank):
        marked = [unfold(option.text) for option in item.key]
        said = [unfold(answer) for answer in item.answer]
        if marked and set(marked) != set(said) and not unmatched(item):
            message = f"`answer` says {_all(said)}, but `{item.id}` marks {_all(marked)}; correct one of the two"
            yield Diagnostic(item.origin.of("answer"), CODE, message)


def _all(texts: Iterable[str]) -> str:
    return " and ".join(f"`{text}`" for text in texts)
