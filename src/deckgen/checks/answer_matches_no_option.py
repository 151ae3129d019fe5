"""Each text in `answer` is the text of an option.

`answer` is the key's second entry, typed apart from `correct: true`, so that a slip in one of them shows. It is
compared as typed: only line breaks and the number of blanks do not count.

Wrong:

    options:
      - text: Job
        correct: true
      - text: Deployment
    answer: Jobs

Right:

    options:
      - text: Job
        correct: true
      - text: Deployment
    answer: Job
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.double_entry import answered, unmatched
from deckgen.checks._shared.near import did_you_mean
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.item import Choice

CODE: Final = "K107"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find answers that are no option's text."""
    for item in answered(bank):
        for place in unmatched(item):
            answer = item.answer[place]
            message = f"`answer` says `{answer}`, which is no option of `{item.id}`{_cure(item, answer)}"
            yield Diagnostic(item.origin.of("answer", place), CODE, message)


def _cure(item: Choice, answer: str) -> str:
    texts = [option.text for option in item.options]
    same = next((text for text in texts if fold(text) == fold(answer)), None)
    if same is not None:
        return f"; write it as the option does, `{same}`"
    return did_you_mean(answer, texts) or "; write the right option's text"
