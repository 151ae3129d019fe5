"""Which items each form of an exam holds: the best of several attempts, of which each has a salt of its own."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from deckgen.assemble.attempt import Attempt, attempt, by_row, uses_of
from deckgen.assemble.balance import counts, widest
from deckgen.assemble.deal import Hand
from deckgen.assemble.faults import enemies_meet, forms_unbalanced
from deckgen.assemble.overlap import overlap_faults
from deckgen.assemble.peace import Meeting
from deckgen.assemble.pool import Pool
from deckgen.assemble.search import peaceful_hand
from deckgen.assemble.sharing import shared
from deckgen.diagnostics import Diagnostic
from deckgen.model.exam import ONE_FORM, Balance, Exam, Overlap

_MOST_PAIRS: Final = 5
"""Of enemies that meet no more pairs are told; where all are enemies of all, these would be hundreds."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What the forms hold, nothing where the blueprint cannot be met; and what is to be said of it."""

    hands: tuple[Hand, ...] | None
    faults: tuple[Diagnostic, ...] = ()


def select(exam: Exam, pool: Pool) -> Selection:
    """Choose the items of all forms."""
    uses = uses_of(exam, pool, "0")
    if not uses.is_full:
        return Selection(None)
    if exam.overlap is Overlap.NONE and (faults := tuple(overlap_faults(exam, pool.rows))):
        return Selection(None, faults)
    return _peaceful(exam, pool, shared(Counter(chain.from_iterable(uses.taken)).values()))


def _peaceful(exam: Exam, pool: Pool, least: int) -> Selection:
    """Take the first attempt in which no enemies meet and forms share no more than they must, or else the best."""
    best = attempt(exam, pool, "0")
    if best.met and exam.forms > 1:
        # what one form cannot hold, several cannot: this spares a long search
        alone = _peaceful(replace(exam, forms=ONE_FORM), pool, least=0)
        if alone.hands is None:
            return alone
    best = _best(exam, pool, best, least, keeps_levels=True)
    if best.met and exam.balance is Balance.DIFFICULTY and exam.forms > 1:
        best = _best(exam, pool, best, least, keeps_levels=False)
    hands = _searched(exam, pool) if best.met else best.hands
    if not hands:
        return Selection(None, tuple(_enemy_faults(exam, pool, best.met)))
    return Selection(tuple(hands), tuple(_balance_fault(exam, pool, hands)))


def _best(exam: Exam, pool: Pool, best: Attempt, least: int, *, keeps_levels: bool) -> Attempt:
    """Look for a better attempt, unless there can be none; that of salt 0 which keeps levels was the first."""
    for salt in range(1 if keeps_levels else 0, _most_attempts(exam, pool)):
        if best.merit <= (0, least):
            break
        best = min(best, attempt(exam, pool, str(salt), keeps_levels=keeps_levels), key=lambda one: one.merit)
    return best


def _searched(exam: Exam, pool: Pool) -> list[Hand]:
    """Fill one form after the other, with what was used least; nothing where one of them cannot be filled."""
    uses: Counter[str] = Counter()
    hands: list[Hand] = []
    for number in range(exam.forms):
        names = [sorted(some, key=uses.__getitem__) for some in by_row(exam, pool, str(number))]
        if exam.overlap is Overlap.NONE:
            names = [[name for name in some if not uses[name]] for some in names]
        hand = peaceful_hand([row.count for row in exam.blueprint], names, pool.enemies)
        if hand is None:
            return []
        hands.append(hand)
        uses.update(hand.keys())
    return hands


def _most_attempts(exam: Exam, pool: Pool) -> int:
    """Bound the work, not the time, so that the outcome is the same on any machine."""
    work = exam.forms * exam.size + len(pool.rows) // 10 + 1
    return max(3, min(200, 10_000 // work)) if pool.enemies else 1


def _enemy_faults(exam: Exam, pool: Pool, met: Iterable[Meeting]) -> Iterator[Diagnostic]:
    """Find what to say of enemies that met, each pair once, at the first row for which one of them was taken."""
    rows: dict[tuple[str, str], int] = {}
    for meeting in met:
        pair = meeting.one, meeting.other
        rows[pair] = min(meeting.row, rows.get(pair, meeting.row))
    for number, ((one, other), row) in enumerate(sorted(rows.items())[:_MOST_PAIRS], start=1):
        untold = len(rows) - number if number == _MOST_PAIRS else 0
        yield enemies_meet(exam.blueprint[row].origin.span, exam.id, one, other, pool.enemies[one][other], untold)


def _balance_fault(exam: Exam, pool: Pool, hands: list[Hand]) -> Iterator[Diagnostic]:
    gap, one, other = widest(hands, pool.levels)
    if exam.balance is Balance.NONE or gap < 2:
        return
    most, least = counts(hands[one], pool.levels), counts(hands[other], pool.levels)
    level = max(sorted(most), key=lambda level: most[level] - least.get(level, 0))
    yield forms_unbalanced(exam.origin.of("balance"), exam.id, level, most[level], least.get(level, 0))
