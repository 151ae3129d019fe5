"""One attempt at the forms of an exam, which grows from its salt.

It takes as few items twice as can be, deals them, evens out the levels and makes peace among enemies: first so that no
item is used more than it has to be and then, where this is not enough, with items that are.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from deckgen.assemble.balance import balance
from deckgen.assemble.deal import Hand, deal
from deckgen.assemble.peace import Meeting, Rules, make_peace, meetings
from deckgen.assemble.pool import Pool
from deckgen.assemble.sharing import share_less, shared
from deckgen.assemble.stream import Stream, rank
from deckgen.assemble.uses import Uses
from deckgen.model.exam import Balance, Exam, Overlap


@dataclass(frozen=True, slots=True)
class Attempt:
    """What the forms hold, the enemies that still meet in them, and how often two forms share an item."""

    hands: list[Hand]
    met: list[Meeting]
    shared: int

    @property
    def merit(self) -> tuple[int, int]:
        """What makes one attempt better than another, the least first."""
        return len(self.met), self.shared


def attempt(exam: Exam, pool: Pool, salt: str, *, keeps_levels: bool = True) -> Attempt:
    """Make an attempt; without `keeps_levels` enemies count more than that forms are equally hard."""
    stream = Stream("deal", exam.seed, exam.id, salt)
    hands = deal(uses_of(exam, pool, salt).taken, exam.forms, stream)
    if exam.balance is Balance.DIFFICULTY:
        balance(hands, pool.levels, stream)
    if pool.enemies:
        _make_peace(exam, pool, hands, by_row(exam, pool, salt), keeps_levels)
    uses = Counter(chain.from_iterable(hands))
    return Attempt(hands, list(meetings(hands, pool.enemies)), shared(uses.values()))


def uses_of(exam: Exam, pool: Pool, salt: str) -> Uses:
    """Take every item once, then, while rows have room, twice, and so on."""
    uses = Uses([row.count * exam.forms for row in exam.blueprint], pool.rows)
    for turn in range(exam.forms):
        if uses.is_full:
            break
        names = [name for name in pool.rows if uses.may_take(name)]
        uses.take(_order(exam, names, salt, str(turn)))
    return uses


def by_row(exam: Exam, pool: Pool, salt: str) -> list[list[str]]:
    """Return the names that match each row, in an order of chance."""
    found: list[list[str]] = [[] for _ in exam.blueprint]
    for name in _order(exam, pool.rows, salt, "peace"):
        for row in pool.rows[name]:
            found[row].append(name)
    return found


def _make_peace(exam: Exam, pool: Pool, hands: list[Hand], names: list[list[str]], keeps_levels: bool) -> None:
    strict = Rules(names, pool.levels, pool.enemies, keeps_levels=keeps_levels)
    if exam.overlap is Overlap.NONE or exam.forms == 1:
        make_peace(hands, strict)
    elif not (keeps_levels and make_peace(hands, strict)):
        # where not even levels are kept, all that ends a meeting is right: what is shared too much is mended after it
        rules = replace(strict, keeps_uses=False)
        if make_peace(hands, rules):
            share_less(hands, rules)


def _order(exam: Exam, names: Iterable[str], salt: str, turn: str) -> list[str]:
    return sorted(names, key=lambda name: rank("draw", exam.seed, exam.id, salt, turn, name))
