"""When a fact changes, the items that rest on it stop saying what it said before.

An item that cites a changed fact has to be read again; this finding points to the words in it that were right once.
Once the item is accepted nobody knows the old value any more. A short word such as "incubating" counts only near what
it was said of; what a distractor says is wrong anyway and does not count. On four changes made to a published bank it
found every text with the old value, and none beside. It does not find the same thing in other words, a number and a
unit that stand together here and apart there, words of a script without spaces, or one changed word of a fact beside
which fewer than two of the words that stayed stand: silence is no proof that an item is up to date.

Wrong: a rationale with "Kubeflow, a CNCF incubating project", and a cited cell that has become "CNCF Graduated".

Right: "Kubeflow, a CNCF graduated project", and then `deckgen accept ai-ml/ml-platform`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.lingering import Change
from deckgen.checks._shared.word_runs import Names
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
    changes = _Changes(_rows(bank) if found else {})
    for suspect in found:
        one, change = suspect.citation, changes.of(suspect)
        _, new = contrast(suspect.old, one.value)
        for what, text, span in _texts(one.item):
            words = " and ".join(f"`{run}`" for run in change.lingers_in(text, one.item.stem))
            if words:
                said = f"{what} still says {words}, but `{one.item.facts[one.place]}` now says {new}"
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


@dataclass(frozen=True, slots=True)
class _Changes:
    """What has changed, each change and the names of each table's rows made out once."""

    rows: dict[int, tuple[Table, Row]]
    names: dict[tuple[int, frozenset[str]], Names] = field(default_factory=dict)
    known: dict[tuple[str, str], Change] = field(default_factory=dict)

    def of(self, suspect: Suspect) -> Change:
        """Return what a suspect's fact or cell no longer says."""
        key = suspect.citation.name, suspect.old
        if key not in self.known:
            self.known[key] = self._change(suspect)
        return self.known[key]

    def _change(self, suspect: Suspect) -> Change:
        old, new, cited = suspect.old, suspect.citation.value, suspect.citation.cited
        if isinstance(cited, Fact):
            return Change.of(old, new)
        table, row = self.rows[id(cited)]
        columns = _subjects(table, cited)
        like = self.names.get((id(table), columns))
        if like is None:
            like = self.names[id(table), columns] = _names(table.live_rows, columns)
        return Change.of(old, new, _names((row,), columns), like)


def _names(rows: tuple[Row, ...], columns: frozenset[str]) -> Names:
    return Names.of(cell.value for row in rows for cell in row.cells if cell.column in columns)


def _subjects(table: Table, cell: Cell) -> frozenset[str]:
    """Return the columns that tell what a cell is about: the first, and those that are given when it is asked for."""
    first = [column.id for column in table.columns[:1]]
    given = [ask.given for ask in table.ask if ask.ask == cell.column]
    return frozenset(name for name in (*first, *given) if name != cell.column)


def _rows(bank: Bank) -> dict[int, tuple[Table, Row]]:
    return {
        id(cell): (table, row)
        for module in bank.modules
        for table in module.tables
        for row in table.rows
        for cell in row.cells
    }
