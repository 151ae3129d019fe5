"""Which items each form of an exam holds.

An attempt takes as few items twice as can be, deals them, evens out the levels and makes peace among enemies. Each
attempt has a salt of its own; the first that leaves no enemies in one form is the one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from deckgen.assemble.balance import balance, counts, widest
from deckgen.assemble.deal import Hand, deal
from deckgen.assemble.faults import enemies_meet, forms_unbalanced
from deckgen.assemble.overlap import overlap_faults
from deckgen.assemble.peace import Meeting, Rules, make_peace, meetings
from deckgen.assemble.pool import Pool
from deckgen.assemble.search import peaceful_hand
from deckgen.assemble.stream import Stream, rank
from deckgen.assemble.uses import Uses
from deckgen.diagnostics import Diagnostic
from deckgen.model.exam import ONE_FORM, Balance, Exam, Overlap


@dataclass(frozen=True, slots=True)
class Selection:
    """What the forms hold, nothing where the blueprint cannot be met; and what is to be said of it."""

    hands: tuple[Hand, ...] | None
    faults: tuple[Diagnostic, ...] = ()


def select(exam: Exam, pool: Pool) -> Selection:
    """Choose the items of all forms."""
    if not _uses(exam, pool, "0").is_full:
        return Selection(None)
    if exam.overlap is Overlap.NONE and (faults := tuple(overlap_faults(exam, pool.rows))):
        return Selection(None, faults)
    return _peaceful(exam, pool)


def _peaceful(exam: Exam, pool: Pool) -> Selection:
    fewest: list[Meeting] = []
    for number, hands in enumerate(_trials(exam, pool)):
        met = list(meetings(hands, pool.enemies))
        if not met:
            return Selection(tuple(hands), tuple(_balance_fault(exam, pool, hands)))
        if not fewest or len(met) < len(fewest):
            fewest = met
        if number == 0 and exam.forms > 1:
            # what one form cannot hold, several cannot: this spares a long search
            alone = _peaceful(replace(exam, forms=ONE_FORM), pool)
            if alone.hands is None:
                return alone
    if searched := _searched(exam, pool):
        return Selection(tuple(searched), tuple(_balance_fault(exam, pool, searched)))
    return Selection(None, tuple(_enemy_faults(exam, pool, fewest)))


def _searched(exam: Exam, pool: Pool) -> list[Hand]:
    """Fill one form after the other, with what was used least; nothing where one of them cannot be filled."""
    uses: Counter[str] = Counter()
    hands: list[Hand] = []
    for number in range(exam.forms):
        by_row = [sorted(names, key=uses.__getitem__) for names in _by_row(exam, pool, str(number))]
        if exam.overlap is Overlap.NONE:
            by_row = [[name for name in names if not uses[name]] for names in by_row]
        hand = peaceful_hand([row.count for row in exam.blueprint], by_row, pool.enemies)
        if hand is None:
            return []
        hands.append(hand)
        uses.update(hand.keys())
    return hands


def _trials(exam: Exam, pool: Pool) -> Iterator[list[Hand]]:
    for keeps_uses, keeps_levels in _terms(exam, pool):
        for salt in range(_attempts(exam, pool)):
            yield _attempt(exam, pool, str(salt), keeps_uses, keeps_levels)


def _terms(exam: Exam, pool: Pool) -> Iterator[tuple[bool, bool]]:
    """Yield whether uses and levels are kept: enemies count more than both, levels more than sharing few items."""
    yield True, True
    if pool.enemies and exam.overlap is Overlap.MIN and exam.forms > 1:
        yield False, True
    if pool.enemies and exam.balance is Balance.DIFFICULTY and exam.forms > 1:
        yield exam.overlap is Overlap.NONE, False


def _attempts(exam: Exam, pool: Pool) -> int:
    """Bound the work, not the time, so that the outcome is the same on any machine."""
    work = exam.forms * exam.size + len(pool.rows) // 10 + 1
    return max(3, min(200, 10_000 // work)) if pool.enemies else 1


def _attempt(exam: Exam, pool: Pool, salt: str, keeps_uses: bool, keeps_levels: bool) -> list[Hand]:
    uses = _uses(exam, pool, salt)
    stream = Stream("deal", exam.seed, exam.id, salt)
    hands = deal(uses.taken, exam.forms, stream)
    if exam.balance is Balance.DIFFICULTY:
        balance(hands, pool.levels, stream)
    if pool.enemies:
        by_row = _by_row(exam, pool, salt)
        make_peace(hands, Rules(by_row, pool.levels, pool.enemies, keeps_uses, keeps_levels))
    return hands


def _uses(exam: Exam, pool: Pool, salt: str) -> Uses:
    """Take every item once, then, while rows have room, twice, and so on."""
    uses = Uses([row.count * exam.forms for row in exam.blueprint], pool.rows)
    for turn in range(exam.forms):
        if uses.is_full:
            break
        names = [name for name in pool.rows if uses.may_take(name)]
        uses.take(_order(exam, names, salt, str(turn)))
    return uses


def _order(exam: Exam, names: Iterable[str], salt: str, turn: str) -> list[str]:
    return sorted(names, key=lambda name: rank("draw", exam.seed, exam.id, salt, turn, name))


def _by_row(exam: Exam, pool: Pool, salt: str) -> list[list[str]]:
    by_row: list[list[str]] = [[] for _ in exam.blueprint]
    for name in _order(exam, pool.rows, salt, "peace"):
        for row in pool.rows[name]:
            by_row[row].append(name)
    return by_row


def _enemy_faults(exam: Exam, pool: Pool, met: Iterable[Meeting]) -> Iterator[Diagnostic]:
    """Find what to say of enemies that met, each pair once, at the first row for which one of them was taken."""
    rows: dict[tuple[str, str], int] = {}
    for meeting in met:
        pair = meeting.one, meeting.other
        rows[pair] = min(meeting.row, rows.get(pair, meeting.row))
    for (one, other), row in sorted(rows.items()):
        yield enemies_meet(exam.blueprint[row].origin.span, exam.id, one, other, pool.enemies[one][other])


def _balance_fault(exam: Exam, pool: Pool, hands: list[Hand]) -> Iterator[Diagnostic]:
    gap, one, other = widest(hands, pool.levels)
    if exam.balance is Balance.NONE or gap < 2:
        return
    most, least = counts(hands[one], pool.levels), counts(hands[other], pool.levels)
    level = max(sorted(most), key=lambda level: most[level] - least.get(level, 0))
    yield forms_unbalanced(exam.origin.of("balance"), exam.id, level, most[level], least.get(level, 0))
