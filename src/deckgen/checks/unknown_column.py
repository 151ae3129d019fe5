"""A table's rows and questions keep to its columns.

Each live row has a cell for each column and no other, and `ask` names two of the columns. Where there is nothing to
say, write `—`. `id`, `was` and `retired` are a row's own fields, so no column has these names.

Wrong:

    columns:
      tool: Tool
      does: What it does
    ask:
      - given: tool
        ask: purpose
    rows:
      - id: kueue
        tool: Kueue

Right:

    columns:
      tool: Tool
      does: What it does
    ask:
      - given: tool
        ask: does
    rows:
      - id: kueue
        tool: Kueue
        does: Queues Jobs
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.near import did_you_mean
from deckgen.checks._shared.reading import may_be_unread
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.bank import Bank
from deckgen.model.names import full_name
from deckgen.model.table import Row, Table

CODE: Final = "B614"
SEVERITY: Final = Severity.ERROR
_OWN: Final = ("id", "was", "retired")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find columns that a table does not have, or lacks a cell for, or cannot have."""
    for module in bank.modules:
        for table in module.tables:
            yield from _reserved(table)
            yield from _asks_itself(table)
            for name, place in (*_asked(table), *_filled(table)):
                if table.column(name) is None and not may_be_unread(context.index, full_name(module, name)):
                    yield Diagnostic(place, CODE, f"`{table.id}` has no column `{name}`{_cure(table, name)}")
            for row, name in _empty(table):
                if not may_be_unread(context.index, full_name(module, name)):
                    message = f"the row `{row.id}` has no cell for `{name}`; write one, or `—` for nothing"
                    yield Diagnostic(row.origin.span, CODE, message)


def _reserved(table: Table) -> Iterator[Diagnostic]:
    for column in table.columns:
        if column.id in _OWN:
            message = f"a column of `{table.id}` cannot be called `{column.id}`, which is a row's own field; rename it"
            yield Diagnostic(column.origin.of("id"), CODE, message)


def _asks_itself(table: Table) -> Iterator[Diagnostic]:
    for ask in table.ask:
        if ask.given == ask.ask:
            message = f"`{ask.ask}` is given and asked for at once; ask for another column"
            yield Diagnostic(ask.origin.of("ask"), CODE, message)


def _asked(table: Table) -> Iterator[tuple[str, Span]]:
    for ask in table.live_asks:
        yield ask.given, ask.origin.of("given")
        if ask.ask != ask.given:
            yield ask.ask, ask.origin.of("ask")


def _filled(table: Table) -> Iterator[tuple[str, Span]]:
    for row in table.rows:
        for cell in row.cells:
            yield cell.column, cell.origin.span


def _empty(table: Table) -> Iterator[tuple[Row, str]]:
    for row in table.live_rows:
        filled = {cell.column for cell in row.cells}
        for column in table.columns:
            if column.id not in _OWN and column.id not in filled:
                yield row, column.id


def _cure(table: Table, name: str) -> str:
    renamed = next((column.id for column in table.columns if name in column.was), None)
    if renamed:
        return f"; it is called `{renamed}` now"
    return did_you_mean(name, [column.id for column in table.columns]) or "; write it under `columns`"
