"""What a rule knows besides the bank."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from deckgen.assemble.candidates import Candidate, candidates
from deckgen.diagnostics import Diagnostic
from deckgen.model.bank import Bank
from deckgen.model.lock import Lock
from deckgen.model.names import Index


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
    def candidates(self) -> tuple[Candidate, ...]:
        """All items that exams may take."""
        return candidates(self.bank)
