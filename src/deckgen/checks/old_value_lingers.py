"""When a fact changes, the items that rest on it stop saying what it said before.

An item that cites a changed fact has to be read again; this finding points to the words in it that were right once.
Once the item is accepted nobody knows the old value any more. A short word such as "incubating" counts only near what
it was said of; what a distractor says is wrong anyway and does not count. On four changes made to a published bank it
found every text with the old value, and none beside.

Wrong: a rationale with "Kubeflow, a CNCF incubating project", and a cited cell that has become "CNCF Graduated".

Right: "Kubeflow, a CNCF graduated project", and then `deckgen accept ai-ml/ml-platform`.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.lingering import Change
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.accepted import Suspect, contrast, suspects
from deckgen.model.bank import Bank
from deckgen.model.fact import Fact
from deckgen.model.item import Choice, Item
from deckgen.model.table import Cell, Row, Table

CODE: Final = "F508"
SEVERITY: Final = Severity.WARNING


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find, in the live items that rest on what has changed, the words of the old value."""
    found = list(suspects(bank, context.index, context.lock))
    rows = _rows(bank) if found else {}
    changes: dict[tuple[str, str], Change] = {}
    for suspect in found:
        one = suspect.citation
        change = changes.get((one.name, suspect.old)) or _change(suspect, rows)
        changes[one.name, suspect.old] = change
        _, new = contrast(suspect.old, one.value)
        for what, text, span in _texts(one.item):
            words = change.lingers_in(text, one.item.stem)
            if words:
                said = f"{what} still says `{words}`, but `{one.item.facts[one.place]}` now says {new}"
                yield Diagnostic(span, CODE, f"{said}; bring it up to date")


def _texts(item: Item) -> Iterator[tuple[str, str, Span]]:
    """Yield what an item says to be so."""
    yield "the stem", item.stem, item.origin.of("stem")
    if isinstance(item, Choice):
        for option in item.options:
            if option.correct:
                yield "the key", option.text, option.origin.of("text")
            yield "this `why`", option.why, option.origin.of("why")
    else:
        yield "the model answer", item.model, item.origin.of("model")
    yield "the rationale", item.rationale, item.origin.of("rationale")


def _change(suspect: Suspect, rows: Mapping[int, tuple[Table, Row]]) -> Change:
    old, new = suspect.old, suspect.citation.value
    cited = suspect.citation.cited
    if isinstance(cited, Fact):
        return Change.of(old, new)
    table, row = rows[id(cited)]
    columns = _subjects(table, cited)
    rivals = [other for other in table.live_rows if other is not row]
    return Change.of(old, new, _values([row], columns), _values(rivals, columns))


def _values(rows: Iterable[Row], columns: set[str]) -> list[str]:
    return [cell.value for row in rows for cell in row.cells if cell.column in columns]


def _subjects(table: Table, cell: Cell) -> set[str]:
    """Return the columns that tell what a cell is about: the first, and those that are given when it is asked for."""
    first = [column.id for column in table.columns[:1]]
    given = [ask.given for ask in table.ask if ask.ask == cell.column]
    return {name for name in (*first, *given) if name != cell.column}


def _rows(bank: Bank) -> dict[int, tuple[Table, Row]]:
    return {
        id(cell): (table, row)
        for module in bank.modules
        for table in module.tables
        for row in table.rows
        for cell in row.cells
    }
