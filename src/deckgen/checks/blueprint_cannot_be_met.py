"""A blueprint asks for no more than the bank has.

Each form takes `count` items for every row, and an item fills one slot of a form. So rows that overlap need enough
items together (Hall 1935). Told are rows of which none could be left out: without any one of them the others could be
filled. Who adds what all findings of an exam say can draw it; where very many rows fall short together, the last
finding says that more will be told.

Wrong:

    blueprint:
      - objective: scheduling  # four items serve it
        count: 6

Right:

    blueprint:
      - objective: scheduling
        count: 4
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from deckgen.assemble.candidates import Candidate, matches, matching
from deckgen.assemble.shortage import Shortage, shortages
from deckgen.assemble.wording import counted, names, what_matches, what_to_add, who_needs
from deckgen.checks._shared.blueprint import Names, is_read, strange_names
from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.exam import BlueprintRow, Exam, Kind

CODE: Final = "E701"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find rows of blueprints that the bank cannot fill, alone or together."""
    found = context.candidates if bank.exams else ()
    known = Names.of(bank, found, context.index.items)
    for exam in bank.exams:
        if not exam.blueprint and ("blueprint", 0) not in exam.origin.marks:
            message = f"`{exam.id}` asks for no items; add a row to its blueprint, with `count`"
            yield Diagnostic(exam.origin.of("blueprint"), CODE, message)
        elif is_read(bank, exam):
            rows = [row for row in exam.blueprint if not any(strange_names(row, known))]
            for shortage in shortages([row.count for row in rows], matching(rows, found)):
                message = _message(exam, shortage, rows, found) + _retired(shortage, rows, bank)
                yield Diagnostic(rows[shortage.rows[0]].origin.span, CODE, message)


def _retired(shortage: Shortage, rows: Sequence[BlueprintRow], bank: Bank) -> str:
    """Return which items would match rows that name items or match none, if they were not retired."""
    short = [rows[place] for place in shortage.rows if rows[place].items or not shortage.names]
    gone = [
        one.name
        for module in bank.modules
        for item in module.items
        if item.retired and any(matches(row, one := Candidate(f"{module.id}/{item.id}", module, item)) for row in short)
    ]
    return f"; {names(gone)} {'are' if gone[1:] else 'is'} retired" if gone else ""


def _message(exam: Exam, shortage: Shortage, rows: Sequence[BlueprintRow], found: Sequence[Candidate]) -> str:
    first = rows[shortage.rows[0]]
    needs = f"{who_needs(shortage, rows, first.origin.span)} {counted(shortage.needed)} a form"
    cure = "lower a `count`, or widen a row"
    if not shortage.rows[1:]:
        fewer = "lower its `count`" if first.count > 1 else "take it out"
        cure = f"{fewer}, or {_hint(first, found)}"
    return f"`{exam.id}`: {needs}, but {what_matches(shortage)}; {what_to_add(shortage)}, {cure}"


def _hint(row: BlueprintRow, found: Sequence[Candidate]) -> str:
    """Return how a row would match more, by what word items of another sort if there are only such."""
    if row.items:
        return "name more items"
    if any(matches(row, one) for one in found):
        return "widen it"
    if row.kind is None and not row.generated:
        for words, other in (
            ("open questions, with `kind: open`", replace(row, kind=Kind.OPEN)),
            ("what tables make, with `generated: true`", replace(row, generated=True)),
        ):
            if any(matches(other, one) for one in found):
                return f"take {words}"
    return _without(row, found)


def _without(row: BlueprintRow, found: Sequence[Candidate]) -> str:
    """Return which of several conditions stands in the way alone."""
    for name, wider in (
        ("tags", replace(row, tags=())),
        ("bloom", replace(row, bloom=None)),
        ("difficulty", replace(row, difficulty=None)),
        ("kind", replace(row, kind=None)),
        ("objective", replace(row, objective=None)),
        ("module", replace(row, module=None)),
    ):
        count = sum(matches(wider, one) for one in found)
        if count:
            return f"widen it: without `{name}` {counted(count)} would match"
    return "widen it"
