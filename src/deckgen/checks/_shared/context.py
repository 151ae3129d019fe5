"""What a rule knows besides the bank."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from deckgen.assemble.candidates import Candidate, candidates
from deckgen.checks._shared.guess_score import GuessScore, guess_score
from deckgen.diagnostics import Diagnostic
from deckgen.model.alike import alike_pairs
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Open
from deckgen.model.likeness import Pair
from deckgen.model.lock import Lock
from deckgen.model.names import Index
from deckgen.model.same_question import Question, questions


@dataclass(frozen=True)
class Context:
    """Where names lead, what was remembered, and the day on which the bank is checked.

    `raised` holds what the other rules have found, `failed` the codes of those that failed, for the rules that come
    last; for the others they are empty.
    """

    bank: Bank
    lock: Lock
    today: date
    raised: tuple[Diagnostic, ...] = ()
    failed: frozenset[str] = frozenset()

    @cached_property
    def index(self) -> Index:
        """Where names lead."""
        return Index.of(self.bank)

    @cached_property
    def guess(self) -> GuessScore:
        """How well somebody does who only looks at lengths."""
        return guess_score(self.bank)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """All items that exams may take."""
        return candidates(self.bank)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The live items that were read in full, by name."""
        found = (question for kind in (Choice, Open) for question in questions(self.bank, kind))
        return {question.name: question for question in found}

    @cached_property
    def alike(self) -> tuple[Pair, ...]:
        """The pairs of items that say nearly the same; the drawing of exams uses them again."""
        return alike_pairs(self.questions.values())
