"""No reason calls an option correct that is not marked.

Either the mark is wrong or the reason is, and a learner cannot know which. An option is named by its text or, where
the order is fixed, by its letter; only a sentence without doubt counts, so "would be correct if" and "is correct for
servers" say nothing, nor does "is right", which may be a side. Where the best is sought, only what is called the answer
counts; where a belief is sought, nothing. On 404 items made to mislead the rules it had spoken 12 times, falsely,
before it told these apart; it is silent on them now, and finds 17 of 18 plain contradictions. On 262 published
questions, whose reasons seldom name an option, it is silent too.

Wrong:

    options:
      - text: Job
      - text: Deployment
        correct: true
      - text: DaemonSet
    rationale: |
      The correct answer is Job, because the script ends.

Right:

    options:
      - text: Job
        correct: true
      - text: Deployment
      - text: DaemonSet
    rationale: |
      The correct answer is Job, because the script ends.
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.called import called_correct
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.double_entry import unfold
from deckgen.checks._shared.reading import has_entire_options
from deckgen.checks._shared.verdicts import may_judge
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.bank import Bank
from deckgen.model.item import Choice

CODE: Final = "K105"
SEVERITY: Final = Severity.ERROR
_OPENS_WITH_LETTER: Final = re.compile(r"\W{0,4}[A-H][).:]")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find reasons that call a distractor correct, the first such words of each."""
    if not bank.head.is_english:
        return
    for module in bank.modules:
        for item in module.choices:
            if item.key and _may_judge(item) and has_entire_options(item):
                yield from _contradictions(item)


def _may_judge(item: Choice) -> bool:
    """Tell whether a reason of an item can judge its options, at little cost."""
    reasons = "\n".join([item.rationale, *[option.why for option in item.options]])
    return may_judge(reasons) or bool(_OPENS_WITH_LETTER.match(item.rationale))


def _contradictions(item: Choice) -> Iterator[Diagnostic]:
    seen: set[Span] = set()
    for called in called_correct(item):
        if not called.option.correct and called.text.span not in seen:
            seen.add(called.text.span)
            what = f"`{unfold(called.option.text)}`"
            message = f"this says that {what} is correct, but {what} is not marked; correct the mark or the words"
            yield Diagnostic(called.text.span, CODE, message)
