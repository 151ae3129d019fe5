"""No distractor is as true as the key by the cells that an item cites.

Where two rows agree in all that is cited and asked, the table gives the question two answers: two projects are
Incubating, and one of them is marked wrong. Only a question that says nothing else is meant: its stem shows a cited
cell and has no word beside those of the cited cells, the titles of their columns, the options, and "which of these is".
An item that cites more than cells of one row is left alone. Items that are made from a table never offer such a
distractor. The finding is structural; no published questions cite tables, so there is nothing to measure it on.

Wrong:

    stem: Which project is CNCF Incubating?  # the columns are Project and Home
    options:
      - text: Volcano
        correct: true
      - text: KServe  # tools.kserve.home says the same
      - text: Kubeflow
    facts: [tools.volcano.home]

Right:

    stem: Which of these CNCF Incubating projects schedules gangs?
    options:
      - text: Volcano
        correct: true
      - text: KServe
      - text: Kubeflow
    facts: [tools.volcano.home, tools.volcano.does]
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.cited_rows import CitedRow, Tables
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.double_entry import unfold
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Option
from deckgen.model.plain import plain
from deckgen.model.table import Column, Row

CODE: Final = "K110"
SEVERITY: Final = Severity.ERROR
_WORD: Final = re.compile(r"\w+")
_EMPTY: Final = frozenset(
    re.findall(
        r"\w+",
        "a an the which what who whose of in on at by to for from with as and or is are was were be has have does do "
        "did this that these those it its one ones following below here",
    )
)
"""Words of a question that tell no row from another."""


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find distractors of another row that has the same cells as the row of the key."""
    tables: Tables | None = None
    for module in bank.modules:
        for item in module.choices:
            if not any("." in name for name in item.facts):
                continue
            tables = tables or Tables.of(bank)
            cited = tables.cited(module, item)
            if len(cited) == 1 and len(cited[0].columns) == len(item.facts):
                yield from (_finding(item, place, cited[0], row) for place, row in _as_true(item, cited[0]).items())


def _as_true(item: Choice, cited: CitedRow) -> dict[int, Row]:
    """Return the distractors, by place, that another row makes true."""
    keys = {_folded(key.text) for key in item.key}
    distractors = {_folded(one.text): place for place, one in enumerate(item.options) if not one.correct and one.text}
    found: dict[int, Row] = {}
    for asked in cited.table.columns:
        others = cited.columns - {asked.id}
        if not others or _cell(cited.row, asked.id) not in keys or not _is_all(item, cited, asked, others):
            continue
        for row in cited.table.live_rows:
            place = distractors.get(_cell(row, asked.id))
            if place is not None and _agree(cited.row, row, others):
                found.setdefault(place, row)
    return found


def _agree(one: Row, other: Row, columns: frozenset[str]) -> bool:
    return all(_cell(one, column) and _cell(one, column) == _cell(other, column) for column in columns)


def _is_all(item: Choice, cited: CitedRow, asked: Column, others: frozenset[str]) -> bool:
    """Tell whether the stem asks by the cited cells, and says nothing else."""
    stem = _folded(item.stem)
    for option in sorted(map(_folded, (option.text for option in item.options)), key=len, reverse=True):
        stem = re.sub(rf"(?<!\w){re.escape(option)}(?!\w)", " ", stem) if option else stem
    said = _words(stem)
    shown = frozenset().union(*[_words(_cell(cited.row, column)) for column in others])
    titles = [column.title for column in cited.table.columns if column.id in {asked.id, *others}]
    named = frozenset().union(*[_words(_folded(title)) for title in titles])
    return bool(said & shown) and said <= shown | named | _EMPTY


def _words(folded: str) -> frozenset[str]:
    """Return the words of a text; a last `s` counts as none."""
    return frozenset(word if word in _EMPTY else word.removesuffix("s") for word in _WORD.findall(folded))


def _cell(row: Row, column: str) -> str:
    cell = row.cell(column)
    return _folded(cell.value) if cell else ""


def _folded(text: str) -> str:
    return fold(plain(text))


def _finding(item: Choice, place: int, cited: CitedRow, row: Row) -> Diagnostic:
    option: Option = item.options[place]
    message = (
        f"`{unfold(option.text)}` is as true as the key: in all that is cited, row `{row.id}` of `{cited.table.id}` "
        f"equals row `{cited.row.id}`; replace it, or cite the cell that tells them apart"
    )
    return Diagnostic(item.origin.of("options", place), CODE, message)
