"""An id names one thing, for ever.

The items, facts, tables and figures of a module and its exercise share one namespace, and so do the rows of a table,
its columns, its questions, the steps of an exercise, and the exams of a bank. An earlier id in `was` stays taken:
learners' cards hang on it.

Wrong:

    items:
      - id: gang
        ...
      - id: queue
        was: [gang]
        ...

Right:

    items:
      - id: gang-term
        ...
      - id: queue
        was: [gang]
        ...
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, NamedTuple

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.asked import oldest_pair
from deckgen.model.bank import Bank
from deckgen.model.module import Module, Step
from deckgen.model.names import Named, named_things
from deckgen.model.table import Column, Row, Table

CODE: Final = "B610"
SEVERITY: Final = Severity.ERROR


class Claim(NamedTuple):
    """A name that something takes, and where."""

    name: str
    place: Span


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find names that are taken twice."""
    yield from _clashes(Claim(exam.id, exam.origin.of("id")) for exam in bank.exams)
    for module in bank.modules:
        for namespace in _namespaces(module):
            yield from _clashes(namespace)


def _namespaces(module: Module) -> Iterator[Iterable[Claim]]:
    yield chain.from_iterable(_claims(thing) for thing in named_things(module))
    if module.exercise:
        yield chain.from_iterable(_claims(step) for step in module.exercise.steps)
    for table in module.tables:
        yield chain.from_iterable(_claims(row) for row in table.rows)
        yield chain.from_iterable(_claims(column) for column in table.columns)
        yield _asked_claims(table)


def _claims(thing: Named | Row | Column | Step) -> Iterator[Claim]:
    if thing.id is not None:
        yield Claim(thing.id, thing.origin.of("id"))
    for place, name in enumerate(thing.was):
        yield Claim(name, thing.origin.of("was", place))


def _asked_claims(table: Table) -> Iterator[Claim]:
    """Yield what each `ask` adds to the names of cards, now and under the oldest ids."""
    for ask in table.ask:
        given, asked = table.column(ask.given), table.column(ask.ask)
        if given and asked:
            for name in dict.fromkeys((f"{given.id}-{asked.id}", oldest_pair(table, ask))):
                yield Claim(name, ask.origin.span)


def _clashes(claims: Iterable[Claim]) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for name, place in claims:
        if name in first:
            yield Diagnostic(place, CODE, f"the id `{name}` is taken, at {first[name]}; choose another")
        else:
            first[name] = place
