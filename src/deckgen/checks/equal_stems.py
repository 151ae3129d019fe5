"""No two items of a bank ask the same.

Who has met one knows the other, and if they disagree, who learned from one is marked wrong by the other. Stems are the
same when they differ only in case, white space, punctuation or markup; where a stem holds code, all of it counts. The
stem alone does not suffice, for `Which statement is true?` may stand over any options: items with options ask the same
when they share a key, too, and they contradict each other when what is right in one is wrong in the other. Open
questions ask the same when the stem has six words or more, or the model answer is the same. An open question and one
with options may well ask the same. This is structural and needs no measure of precision.

Wrong:

    items:
      - id: gang
        stem: |
          What starts a group of Pods together?
        options:
          - text: Gang scheduling
            correct: true
          - text: Preemption
      - id: together
        stem: |
          What starts a *group* of Pods together?
        options:
          - text: gang scheduling
            correct: true
          - text: Time-slicing

Right:

    items:
      - id: gang
        stem: |
          What starts a group of Pods together?
        options:
          - text: Gang scheduling
            correct: true
          - text: Preemption
"""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Open
from deckgen.model.same_question import Question, asks_again, contradicted, questions

CODE: Final = "B604"
SEVERITY: Final = Severity.ERROR
_SIGNS: Final = str.maketrans(
    "", "", "".join(chr(code) for code in range(128) if not chr(code).isalnum()) + "“”‘’„«»\u2039\u203a…\u2010\u2011–—"
)


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find items that ask what an earlier one by name asks."""
    for kind in (Choice, Open):
        for group in _grouped(questions(bank, kind)):
            yield from _repeated(sorted(group, key=lambda question: question.name))


def _grouped(found: Iterable[Question]) -> Iterator[list[Question]]:
    """Yield questions whose stems are the same; to fold every stem of a bank would take too long."""
    alike: defaultdict[str, list[Question]] = defaultdict(list)
    for question in found:
        alike[_letters(question.item.stem)].append(question)
    for some in alike.values():
        if len(some) > 1:
            same: defaultdict[str, list[Question]] = defaultdict(list)
            for question in some:
                same[question.stem].append(question)
            yield from same.values()


def _letters(stem: str) -> str:
    """Return what folding never takes from a stem."""
    folded = stem if stem.isascii() else unicodedata.normalize("NFKC", stem)
    return "".join(folded.casefold().translate(_SIGNS).split())


def _repeated(group: list[Question]) -> Iterator[Diagnostic]:
    """Compare each with the first before it that has one of its texts."""
    right: dict[str, Question] = {}
    wrong: dict[str, Question] = {}
    first = group[0]
    for question in group:
        same = [right[text] for text in question.right if text in right]
        opposed = [wrong[text] for text in question.right if text in wrong]
        opposed += [right[text] for text in question.wrong if text in right]
        others = [first] if question.is_telling and question is not first else same or opposed
        if others:
            other = min(others, key=lambda other: other.name)
            yield Diagnostic(question.item.origin.of("stem"), CODE, _message(question, other))
        for text in question.right:
            right.setdefault(text, question)
        for text in question.wrong:
            wrong.setdefault(text, question)


def _message(one: Question, other: Question) -> str:
    if asks_again(one, other):
        return f"`{one.name}` asks what `{other.name}` asks ({other.at}); retire one, or let it ask something else"
    return (
        f"`{contradicted(one, other)}` is right in one and wrong in the other of `{one.name}` and `{other.name}` "
        f"({other.at}), which have the same stem; correct one"
    )
