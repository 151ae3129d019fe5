"""A blueprint asks for no more than the bank has.

Each form takes `count` items for every row, and an item fills one slot of a form; with `overlap: none` it stands in
one form only. So rows that overlap need enough items together, and forms that share none need them once each.

Wrong:

    blueprint:
      - objective: scheduling  # four items serve it
        count: 6

Right:

    blueprint:
      - objective: scheduling
        count: 4
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from deckgen.assemble.candidates import Candidate, matches
from deckgen.checks._shared.blueprint import Names, is_read, strange_names
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.matching import Rows, short_rows, supplied
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.exam import BlueprintRow, Exam, Overlap

CODE: Final = "E701"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find rows of blueprints that the bank cannot fill, alone or together."""
    found = context.candidates if bank.exams else ()
    names = Names.of(bank, found, context.index.items)
    for exam in bank.exams:
        if not exam.blueprint and ("blueprint", 0) not in exam.origin.marks:
            message = f"`{exam.id}` asks for no items; add a row to its blueprint, with `count`"
            yield Diagnostic(exam.origin.of("blueprint"), CODE, message)
        elif is_read(bank, exam):
            rows = [row for row in exam.blueprint if not any(strange_names(row, names))]
            yield from _shortages(exam, rows, found)


def _shortages(exam: Exam, rows: list[BlueprintRow], found: tuple[Candidate, ...]) -> Iterator[Diagnostic]:
    forms = exam.forms if exam.overlap is Overlap.NONE else 1
    supply = Counter(frozenset(place for place, row in enumerate(rows) if matches(row, one)) for one in found)
    needs = [row.count * forms for row in rows]
    for place in range(len(rows)):
        if needs[place] > supplied(frozenset({place}), supply):
            yield _shortage(exam, frozenset({place}), rows, forms, supply)
            needs[place] = 0
    while short := short_rows(needs, supply):
        yield _shortage(exam, short, rows, forms, supply)
        needs = [0 if place in short else need for place, need in enumerate(needs)]


def _shortage(exam: Exam, short: Rows, rows: list[BlueprintRow], forms: int, supply: Counter[Rows]) -> Diagnostic:
    needed, there = sum(rows[place].count for place in short) * forms, supplied(short, supply)
    lines = " and ".join(str(rows[place].origin.span.line) for place in sorted(short))
    who = f"the rows in lines {lines} take" if len(short) > 1 else "this row takes"
    what = f"{needed} items" if needed > 1 else "1 item"
    once = f" for {forms} forms without overlap" if forms > 1 else ""
    fewer = "`count` or `forms`" if forms > 1 else "`count`"
    message = f"`{exam.id}`: {who} {what}{once}, {_match(there)}; lower {fewer}, or write {needed - there} more"
    return Diagnostic(rows[min(short)].origin.span, CODE, message)


def _match(count: int) -> str:
    return f"{count or 'none'} match{'es' if count == 1 else ''}"
