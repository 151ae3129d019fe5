"""How many forms of an exam share no item, and what keeps them from being more."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from deckgen.assemble.pool import Pool
from deckgen.assemble.selection import select
from deckgen.assemble.shortage import Shortage, most_forms, shortages
from deckgen.assemble.wording import counted, what_matches, what_to_add, who_needs
from deckgen.diagnostics import Diagnostic
from deckgen.model.exam import Exam, Overlap
from deckgen.model.schema import MOST_FORMS, FormCount


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
    """Count forms by the items that match; where there are enemies, draw them to see whether these can be kept apart.

    Whether enemies can be kept apart is hard to decide, so that a search might find a form less than there is.
    """
    counts = [row.count for row in exam.blueprint]
    most = most_forms(counts, pool.rows)
    limits = tuple(shortages([count * (most + 1) for count in counts], pool.rows))
    drawn, quarrels = most, tuple[Diagnostic, ...]()
    if pool.enemies:
        drawn, above = 0, min(most, MOST_FORMS) + 1
        while above - drawn > 1:
            middle = (drawn + above) // 2
            selection = select(replace(exam, forms=FormCount(middle), overlap=Overlap.NONE), pool)
            if selection.hands is None:
                above, quarrels = middle, selection.faults
            else:
                drawn = middle
    return Capacity(drawn, most, limits, quarrels)


def capacity_words(exam: Exam, pool: Pool, found: Capacity) -> Iterator[str]:
    """Yield lines that say how many forms there can be, what a form takes, and what one form more would need."""
    if_met = f", {found.counted} if enemies might meet" if found.drawn < found.counted else ""
    yield f"{exam.id}: {_forms(found.drawn)}{if_met}; it asks for {exam.forms}"
    apart = ", and enemies are kept apart" if pool.enemies else ""
    yield f"a form takes {counted(exam.size)} of {len(pool.rows)} that match{apart}"
    more = f"for {counted(found.drawn + 1, 'form')}"
    if found.drawn < found.counted:
        yield from (f"{more}: {fault.message.removeprefix(f'`{exam.id}`: ')}" for fault in found.quarrels)
        return
    for shortage in found.limits:
        needs = f"{who_needs(shortage, exam.blueprint)} {counted(shortage.needed)}"
        yield f"{more}: {needs}, but {what_matches(shortage)}; {what_to_add(shortage)}"


def _forms(count: int) -> str:
    return "1 form" if count == 1 else f"{count} forms that share no item"
