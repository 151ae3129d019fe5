"""Draws an exam: the bank and a blueprint in, a paper with all its forms out.

All chance comes from streams labelled with the seed and the names at stake. So an item that matches no row changes
nothing, and a form's paper can be made again from bank, exam and seed alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from deckgen.assemble.candidates import Candidate
from deckgen.assemble.deal import Hand
from deckgen.assemble.disjoint import most_disjoint
from deckgen.assemble.faults import enemies_limit_forms
from deckgen.assemble.keys import Keyed, even_out
from deckgen.assemble.overlap import overlap_faults
from deckgen.assemble.pool import Pool
from deckgen.assemble.selection import Selection, select
from deckgen.assemble.shuffle import Layout, layout_of
from deckgen.assemble.stream import Stream, rank
from deckgen.diagnostics import Diagnostic
from deckgen.model.bank import Bank
from deckgen.model.exam import Exam, Order, Overlap
from deckgen.model.form import Form, Paper, Question, letter
from deckgen.model.item import Choice
from deckgen.model.likeness import Pair
from deckgen.model.schema import FormCount, Line

Layouts = Mapping[str, Layout]
"""By an item's full name which of its options stay put; of items with options."""

_CODE_LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without 0, O, 1 and I, which people confuse."""


def draw(
    bank: Bank,
    exam: Exam,
    *,
    forms: int | None = None,
    seed: str | None = None,
    alike: Sequence[Pair] | None = None,
) -> tuple[Paper | None, tuple[Diagnostic, ...]]:
    """Draw the forms of an exam; `forms` and `seed` stand in for the exam's own, in the paper's exam as well.

    `alike` are the pairs of items that say nearly the same, where a check of the whole bank has found them already.
    There is no paper when an error is found, nor when the blueprint cannot be met, which rule E701 reports.
    """
    exam = replace(
        exam,
        forms=exam.forms if forms is None else FormCount(forms),
        seed=exam.seed if seed is None else Line(seed),
    )
    pool = Pool.of(bank, exam, alike)
    selection = select(exam, pool)
    faults = _faults(exam, pool, selection)
    if selection.hands is None:
        return None, faults
    layouts = _layouts(pool, selection.hands)
    drawn = tuple(_form(exam, pool, layouts, letter(place), hand) for place, hand in enumerate(selection.hands))
    return Paper(exam, drawn), faults


def drawing_faults(bank: Bank, exam: Exam, alike: Sequence[Pair] | None = None) -> tuple[Diagnostic, ...]:
    """Return what the drawing of an exam finds and no rule does, without making its forms; enemies bring it about."""
    pool = Pool.of(bank, exam, alike)
    return _faults(exam, pool, select(exam, pool)) if pool.enemies else ()


def _faults(exam: Exam, pool: Pool, selection: Selection) -> tuple[Diagnostic, ...]:
    return selection.faults if selection.hands is not None else (*_limit(exam, pool), *selection.faults)


def _limit(exam: Exam, pool: Pool) -> Iterator[Diagnostic]:
    """Find how many forms there can be, where one can be drawn but enemies keep the others from sharing no item."""
    if exam.overlap is Overlap.NONE and pool.enemies and not any(overlap_faults(exam, pool.rows)):
        allowed, _ = most_disjoint(exam, pool, exam.forms)
        if allowed:
            yield enemies_limit_forms(exam, allowed)


def _layouts(pool: Pool, hands: Sequence[Hand]) -> Layouts:
    """Find once for all forms which options stay put: to read them takes longer than to shuffle them."""
    found = {name: pool.candidates[name].item for hand in hands for name in hand}
    return {name: layout_of(item) for name, item in found.items() if isinstance(item, Choice)}


def _form(exam: Exam, pool: Pool, layouts: Layouts, name: str, hand: Hand) -> Form:
    chosen = [candidate for key, candidate in pool.candidates.items() if key in hand]
    if exam.order is Order.SHUFFLED:
        chosen.sort(key=lambda candidate: rank("order", exam.seed, exam.id, name, candidate.name))
    orders = _option_orders(exam, name, chosen, layouts)
    questions = tuple(
        Question(number, one.name, one.item, orders.get(one.name, ()), one.is_generated)
        for number, one in enumerate(chosen, start=1)
    )
    return Form(name, _code(exam, name, questions), questions)


def _option_orders(exam: Exam, form: str, chosen: list[Candidate], layouts: Layouts) -> dict[str, tuple[int, ...]]:
    orders: dict[str, tuple[int, ...]] = {}
    keyed: dict[str, Keyed] = {}
    for one in chosen:
        if isinstance(one.item, Choice):
            layout = layouts[one.name]
            orders[one.name] = layout.order("form", exam.seed, exam.id, form, one.name)
            if len(one.item.key) == 1:
                keyed[one.name] = Keyed.of(one.item, orders[one.name], layout)
    even_out(tuple(keyed.values()), exam.key_positions, Stream("keys", exam.seed, exam.id, form))
    return orders | {name: one.settled() for name, one in keyed.items()}


def _code(exam: Exam, form: str, questions: tuple[Question, ...]) -> str:
    """Hash what a learner reads: not which option is right, which nobody shall find by trying codes."""
    read = [exam.id, exam.title, str(exam.minutes), str(exam.pass_), form]
    for one in questions:
        read += [one.name, str(one.item.points), one.item.stem, *(option.text for option in one.options)]
    return "".join(_CODE_LETTERS[byte % len(_CODE_LETTERS)] for byte in rank("code", *read)[:3])
