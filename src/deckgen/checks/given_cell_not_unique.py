"""In a column that is `given`, each row has its own text.

Where two rows show the same, the question has two answers and the card accepts one. Texts are compared as the
options of an item are; retired rows and cells with nothing to say, `—`, do not count.

Wrong:

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
      - id: kueue-quota
        tool: kueue
        does: Shares out quota

Right:

    rows:
      - id: kueue
        tool: Kueue
        does: Queues Jobs and shares out quota
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.table import Row, Table

CODE: Final = "K112"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find cells that say what an earlier cell of a given column says."""
    for module in bank.modules:
        for table in module.tables:
            for column in dict.fromkeys(ask.given for ask in table.live_asks):
                yield from _repeated(table, column)


def _repeated(table: Table, column: str) -> Iterator[Diagnostic]:
    first: dict[str, Row] = {}
    for row in table.live_rows:
        cell = row.cell(column)
        if cell is None or cell.is_blank:
            continue
        other = first.setdefault(fold(cell.value) or cell.value, row)
        if other is not row:
            message = (
                f"`{cell.value}` is given in row `{row.id}` and in row `{other.id}`, so its answer is not unique; "
                f"reword one, or give another column than `{column}`"
            )
            yield Diagnostic(cell.origin.of("value"), CODE, message)
