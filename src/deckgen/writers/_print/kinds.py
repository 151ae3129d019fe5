"""Which ways of answering a paper asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.model.form import Question


@dataclass(frozen=True, slots=True)
class Kinds:
    """Whether there are questions with one answer, with several, and without options."""

    has_single: bool
    has_several: bool
    has_open: bool

    @classmethod
    def of(cls, questions: Sequence[Question]) -> "Kinds":
        """Look through the questions of a paper."""
        counts = {len(question.key) for question in questions}
        return cls(has_single=1 in counts, has_several=any(count > 1 for count in counts), has_open=0 in counts)
