"""What a live item rests on has not been retired.

A retired fact or row has left every output, often because it is no longer so; the items that cite it go on asking.
Until they cite something else F502, F503, F504 and `deckgen facts` go on speaking of it. The law is a look-up, so that
there was no precision to measure.

Wrong: `facts: [gang-beta]`, and a fact `gang-beta` with `retired`.

Right: the item read again, and in its `facts` what took the place of `gang-beta`; or the item retired as well.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.accepted import Citation, citations
from deckgen.model.bank import Bank
from deckgen.model.item import Retired
from deckgen.model.names import Index, full_name

CODE: Final = "F505"
SEVERITY: Final = Severity.WARNING


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find live items that cite a retired fact or a cell of a retired row."""
    retired = _retired(bank)
    for one in citations(bank, context.index) if retired else ():
        gone = retired.get(id(one.cited))
        if gone is not None:
            said = f"`{one.item.id}` rests on `{one.item.facts[one.place]}`, which is retired"
            cure = _cure(one, gone, context.index)
            yield Diagnostic(one.item.origin.of("facts", one.place), CODE, f"{said}; {cure}")


def _retired(bank: Bank) -> dict[int, Retired]:
    """Map facts and cells that have left the outputs to what is said of that."""
    found = {id(fact): fact.retired for module in bank.modules for fact in module.facts if fact.retired}
    rows = (row for module in bank.modules for table in module.tables for row in table.rows)
    return found | {id(cell): row.retired for row in rows if row.retired for cell in row.cells}


def _cure(citation: Citation, retired: Retired, index: Index) -> str:
    if retired.replaced_by is None:
        return "cite what took its place, or retire the item"
    module, _, path = citation.name.partition("/")
    table, _, cell = path.partition(".")
    in_table = f"{module}/{table}.{retired.replaced_by}.{cell.rpartition('.')[2]}"
    name = in_table if in_table in index.cells else full_name(module, retired.replaced_by)
    return f"cite `{name.removeprefix(f'{citation.module.id}/')}`, which took its place, or retire the item"
