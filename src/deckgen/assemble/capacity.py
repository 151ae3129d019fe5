"""How many forms of an exam share no item, and what keeps them from being more."""

from collections.abc import Iterator
from dataclasses import dataclass

from deckgen.assemble.disjoint import most_disjoint
from deckgen.assemble.pool import Pool
from deckgen.assemble.shortage import Shortage, most_forms, shortages
from deckgen.assemble.wording import counted, what_matches, what_to_add, who_needs
from deckgen.diagnostics import Diagnostic
from deckgen.model.exam import Exam
from deckgen.model.schema import MOST_FORMS


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many forms share no item: `drawn` with enemies kept apart, `counted` if they might meet.

    `limits` are the rows that fall short of one form more than counted, `quarrels` what is to be said of enemies in one
    form more than drawn.
    """

    drawn: int
    counted: int
    limits: tuple[Shortage, ...]
    quarrels: tuple[Diagnostic, ...]


def capacity(exam: Exam, pool: Pool) -> Capacity:
    """Count forms by the items that match; where there are enemies, draw forms to see if these can be kept apart."""
    counts = [row.count for row in exam.blueprint]
    most = most_forms(counts, pool.rows)
    limits = tuple(shortages([count * (most + 1) for count in counts], pool.rows))
    drawn, quarrels = most, tuple[Diagnostic, ...]()
    if pool.enemies:
        drawn, quarrels = most_disjoint(exam, pool, min(most, MOST_FORMS) + 1)
    return Capacity(drawn, most, limits, quarrels)


def capacity_words(exam: Exam, pool: Pool, found: Capacity) -> Iterator[str]:
    """Yield lines that say how many forms there can be, what a form takes, and what one form more would need."""
    yield f"{exam.id}: {_forms(found.drawn)}{_beside(found)}; it asks for {exam.forms}"
    verb = "match" if len(pool.rows) > 1 else "matches"
    apart = ", and enemies are kept apart" if pool.enemies else ""
    yield f"a form takes {counted(exam.size)} of {len(pool.rows)} that {verb}{apart}"
    more = f"for {counted(found.drawn + 1, 'form')}"
    if found.drawn < found.counted:
        yield from (f"{more}: {fault.message.removeprefix(f'`{exam.id}`: ')}" for fault in found.quarrels)
        return
    for shortage in found.limits:
        needs = f"{who_needs(shortage, exam.blueprint)} {counted(shortage.needed)}"
        yield f"{more}: {needs}, but {what_matches(shortage)}; {what_to_add(shortage)}"


def _beside(found: Capacity) -> str:
    """Return how many forms there would be if enemies might meet; of more than any exam has, none is drawn."""
    if found.quarrels:
        return f", {found.counted} if enemies might meet"
    return ", the most that an exam may have" if found.drawn < found.counted else ""


def _forms(count: int) -> str:
    return "1 form" if count == 1 else f"{count} forms that share no item"
