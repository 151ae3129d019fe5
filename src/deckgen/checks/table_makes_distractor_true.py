"""No distractor is as true as the key by the cells that an item cites.

Where two rows agree in all that is cited and asked, the table gives the question two answers: two projects are
Incubating, and one of them is marked wrong. Only a question whose stem shows a cited cell, and nothing by which the
rows differ, is meant. Items that are made from a table never offer such a distractor. The finding is structural.

Wrong:

    stem: Which of these projects is CNCF Incubating?
    options:
      - text: Volcano
        correct: true
      - text: KServe  # tools.kserve.home says the same
    facts: [tools.volcano.home]

Right:

    stem: Which of these CNCF Incubating projects schedules gangs?
    options:
      - text: Volcano
        correct: true
      - text: KServe
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
from deckgen.model.table import Row

CODE: Final = "K110"
SEVERITY: Final = Severity.ERROR
_WORD: Final = re.compile(r"\w+")
_SHORT: Final = 3
"""How many letters a word has that says nothing, such as `the`."""


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find distractors of another row that has the same cells as the row of the key."""
    tables: Tables | None = None
    for module in bank.modules:
        for item in module.choices:
            if not any("." in name for name in item.facts):
                continue
            tables = tables or Tables.of(bank)
            seen: set[int] = set()
            for cited in tables.cited(module, item):
                for place, row in _as_true(item, cited):
                    if place not in seen:
                        seen.add(place)
                        yield _finding(item, place, cited, row)


def _as_true(item: Choice, cited: CitedRow) -> Iterator[tuple[int, Row]]:
    """Yield distractors and the rows that make them true."""
    keys = {_folded(key.text) for key in item.key}
    distractors = {_folded(one.text): place for place, one in enumerate(item.options) if not one.correct and one.text}
    stem = _folded(item.stem)
    for asked in (column.id for column in cited.table.columns):
        others = cited.columns - {asked}
        if not others or _cell(cited.row, asked) not in keys or not _is_shown(cited.row, others, stem):
            continue
        for row in cited.table.live_rows:
            place = distractors.get(_cell(row, asked))
            if row.id == cited.row.id or place is None or _cell(row, asked) in keys:
                continue
            if _agree(cited.row, row, others) and not _is_told_apart(cited, row, asked, stem):
                yield place, row


def _agree(one: Row, other: Row, columns: frozenset[str]) -> bool:
    return all(_cell(one, column) and _cell(one, column) == _cell(other, column) for column in columns)


def _is_shown(row: Row, columns: frozenset[str], stem: str) -> bool:
    """Tell whether the stem asks by a cited cell, of which it has at least a word."""
    return any(_words(_cell(row, column)) & _words(stem) or _cell(row, column) in stem for column in columns)


def _is_told_apart(cited: CitedRow, row: Row, asked: str, stem: str) -> bool:
    """Tell whether the stem has a word of a cell of the cited row that is not in the other row's."""
    said = _words(stem)
    cells = [(_cell(cited.row, one.id), _cell(row, one.id)) for one in cited.table.columns if one.id != asked]
    return any(said & (_words(own) - _words(other)) for own, other in cells if own != other)


def _words(folded: str) -> set[str]:
    words = _WORD.findall(folded)
    return {word for word in words if len(word) > _SHORT} or set(words)


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
