"""Modules for which a study guide is hard to lay out."""

from dataclasses import replace
from datetime import date

from deckgen.model.bank import Bank
from deckgen.model.fact import Fact
from deckgen.model.module import Exercise, Figure, Module, ModuleHead, Objective, Step
from deckgen.model.schema import Address, Id, Line, Prose, Verbatim
from deckgen.model.table import Cell, Column, Row, Table
from tests.writers.printing import pages, small_bank

WORDS = "Some words that take a line of their own and then go on for a while"


def guide(bank: Bank) -> str:
    """Return the study guide of a bank's only module."""
    return pages(replace(bank, exams=()))["print/m/study-guide.html"]


def of_module(module: Module, language: str = "en") -> Bank:
    """Return a bank that holds only this module."""
    return replace(small_bank(language=language), modules=(module,), exams=())


def bare(
    *,
    facts: tuple[Fact, ...] = (),
    tables: tuple[Table, ...] = (),
    figures: tuple[Figure, ...] = (),
    exercise: Exercise | None = None,
) -> Module:
    """Return a module with these parts and nothing else."""
    head = ModuleHead(id=Id("m"), title=Line("Alone"))
    return Module(head=head, facts=facts, tables=tables, figures=figures, exercise=exercise)


def table(columns: int, rows: int, text: str = WORDS, *, name: str = "t") -> Table:
    """Return a table whose cells say where they stand: `r4c2 …`."""
    return Table(
        id=Id(name),
        title=Line(f"Table {name} of {columns} by {rows}"),
        columns=tuple(Column(id=Id(f"c{column}"), title=Line(f"Head{column}")) for column in range(columns)),
        rows=tuple(Row(id=Id(f"r{row}"), cells=_cells(row, columns, text)) for row in range(rows)),
    )


def _cells(row: int, columns: int, text: str) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            column=Id(f"c{column}"),
            value=Prose(f"r{row}c{column} {text if column else ''} end{row}c{column}"),
            as_of=date(2026, 1, 1 + row % 3) if column == 1 else None,
            source=Address(f"https://example.org/{row % 3}/a-rather-long-address-of-a-page") if column == 1 else None,
        )
        for column in range(columns)
    )


def facts(count: int, objective: str | None = None, text: str = WORDS) -> tuple[Fact, ...]:
    """Return facts, some of them dated."""
    return tuple(
        Fact(
            id=Id(f"{objective or 'no'}-{number}"),
            objective=Id(objective) if objective else None,
            text=Prose(f"Fact {number} has {{{{c1::a key word}}}}. {text}."),
            as_of=date(2026, 2, 1) if number % 2 else None,
        )
        for number in range(count)
    )


def exercise(steps: int) -> Exercise:
    """Return an exercise with as many steps, each with a command and its output."""
    return Exercise(
        id=Id("x"),
        title=Line("Many steps"),
        steps=tuple(
            Step(do=Prose(f"Do{number}. {WORDS}."), run=Verbatim(f"run {number}"), shows=Verbatim(f"Shown{number}"))
            for number in range(steps)
        ),
        success=(Prose("It runs."),),
    )


def hard_modules() -> dict[str, Bank]:
    """Return banks by what is hard about them."""
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
    objectives = (Objective(id=Id("o"), text=Prose("Tell `Pods` apart")), Objective(id=Id("p"), text=Prose("Rest")))
    full = small_bank().modules[0]
    return {
        "only tables": of_module(bare(tables=(table(2, 3), table(3, 8, name="u")))),
        "only facts": of_module(bare(facts=facts(12))),
        "only an exercise": of_module(bare(exercise=exercise(3))),
        "objectives that nothing serves": of_module(
            replace(bare(facts=facts(3)), head=replace(full.head, objectives=objectives))
        ),
        "rtl": of_module(replace(full, tables=(table(3, 8, "many words in one cell"),)), "ar"),
        "long words": of_module(
            replace(full, tables=(table(3, 4, word),), facts=facts(4, text=word), exercise=exercise(2))
        ),
        "thirty columns": of_module(bare(tables=(table(30, 6, "text"),))),
        "many tables": of_module(
            bare(facts=facts(3), tables=tuple(table(2, 1, "few", name=f"t{number}") for number in range(45)))
        ),
        "long table": of_module(bare(tables=(table(3, 60),), facts=facts(3))),
    }
