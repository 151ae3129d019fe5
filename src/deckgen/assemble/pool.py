"""The candidates that match an exam's blueprint, and what the drawing has to know of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from deckgen.assemble.balance import Levels
from deckgen.assemble.candidates import Candidate, candidates, matching
from deckgen.assemble.enemies import Enemies, enemies
from deckgen.assemble.shortage import Matching
from deckgen.model.bank import Bank
from deckgen.model.exam import Balance, Exam
from deckgen.model.likeness import Pair


@dataclass(frozen=True, slots=True)
class Pool:
    """By full name, in bank order: the candidates, the rows that each matches, its level and its enemies.

    What matches no row is not in here, so that it cannot change an exam.
    """

    candidates: Mapping[str, Candidate]
    rows: Matching
    levels: Levels
    enemies: Enemies

    @classmethod
    def of(cls, bank: Bank, exam: Exam, alike: Sequence[Pair] | None = None) -> "Pool":
        """Gather what matches at least one row; with `balance: none` all items are of one level.

        `alike` are the pairs of items in the bank that say nearly the same, where these are known.
        """
        everything = {one.name: one for one in candidates(bank, exam.seed, exam.id)}
        rows = matching(exam.blueprint, everything.values())
        found = {name: everything[name] for name in rows}
        is_level = exam.balance is Balance.DIFFICULTY
        levels = {name: one.item.difficulty.value if is_level else "" for name, one in found.items()}
        return cls(found, rows, levels, enemies(found.values(), alike))
