"""How many forms share no item while enemies are kept apart: it is found by drawing them."""

from dataclasses import replace

from deckgen.assemble.pool import Pool
from deckgen.assemble.selection import select
from deckgen.diagnostics import Diagnostic
from deckgen.model.exam import Exam, Overlap
from deckgen.model.schema import FormCount


def most_disjoint(exam: Exam, pool: Pool, above: int) -> tuple[int, tuple[Diagnostic, ...]]:
    """Return how many forms, fewer than `above`, can be drawn, and what keeps one more of these from it, if anything.

    Whether enemies can be kept apart is hard to decide, so that a search might find a form less than there is.
    """
    drawn, quarrels = 0, tuple[Diagnostic, ...]()
    while above - drawn > 1:
        middle = (drawn + above) // 2
        selection = select(replace(exam, forms=FormCount(middle), overlap=Overlap.NONE), pool)
        if selection.hands is None:
            above, quarrels = middle, selection.faults
        else:
            drawn = middle
    return drawn, quarrels
