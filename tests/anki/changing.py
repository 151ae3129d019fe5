"""A bank in memory that changes from release to release, in every way that an author may change one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Difficulty, Retired
from deckgen.model.module import Exercise, Module, Step
from deckgen.model.schema import Id, Line, Prose, Verbatim, Word
from deckgen.model.table import Ask, Cell, Column, Row
from tests.anki.places import changed, inserted, put, rows_of, steps_of, turned, with_things
from tests.anki_harness import Built, bank_of, build, choice, fact, open_question, table

GONE: Final = Retired(since=Word("1"), reason=Prose("Old."))
FIRST: Final = 1_750_000_000
STEPS: Final = tuple(
    Step(id=Id(name), do=Prose(f"Do {name}."), run=Verbatim(f"kubectl {name}")) for name in ("apply", "watch")
)


class Changing:
    """A bank of a few notes of every kind; `a` picks what is edited and `b` what it becomes."""

    def __init__(self) -> None:
        start = bank_of(
            choice("one"),
            open_question("open"),
            facts=(fact("gang", "Pods start {{c1::together}}, {{c2::all}} of them."),),
            tables=(table("tools", volcano=("Volcano", "Gangs", "CNCF"), ray=("Ray", "Python", "Linux")),),
        )
        exercise = Exercise(id=Id("lab"), title=Line("Lab"), steps=STEPS)
        self.head, self.module = start.head, replace(start.modules[0], exercise=exercise)
        self.built: Built | None = None
        self.now, self.version, self.names = FIRST, 0, 0

    def releases(self, after: int) -> Built:
        """Build the next version some seconds after the one before it; a clock may also be set back."""
        self.now, self.version = self.now + after, self.version + 1
        bank = Bank(head=replace(self.head, version=Word(str(self.version))), modules=(self.module,))
        self.built = build(bank, lock=self.built.lock if self.built else None, now=self.now)
        assert not [one for one in self.built.findings if one.severity == "error"], self.built.findings
        return self.built

    def drafts(self) -> None:
        """Build the next version before it is released; nobody gets it, but the lock remembers it."""
        version = self.version
        self.releases(1)
        self.version = version

    def edit(self, name: str, a: int, b: int) -> None:
        """Make the edit of this name."""
        self.module = EDITS[name](self, self.module, a, b)

    def new_name(self) -> Id:
        """Return a name that was never used."""
        self.names += 1
        return Id(f"n{self.names}")

    def renamed(self, thing: Any) -> Any:
        """Return a thing under a name that was never used."""
        return replace(thing, id=self.new_name(), was=(*thing.was, thing.id))


def adds_an_item(bank: Changing, module: Module, a: int, b: int) -> Module:
    new = choice(bank.new_name()) if b % 2 else open_question(bank.new_name())
    return replace(module, items=inserted(module.items, a, new))


def adds_a_fact(bank: Changing, module: Module, a: int, b: int) -> Module:
    return replace(module, facts=inserted(module.facts, a, fact(bank.new_name(), f"A {{{{c{b + 1}::new}}}} one.")))


def adds_a_deletion(bank: Changing, module: Module, a: int, b: int) -> Module:
    text = module.facts[a % len(module.facts)].text
    number = next(one for one in range(1, 500) if f"{{{{c{one}::" not in text)
    return replace(module, facts=changed(module.facts, a, text=Prose(f"{text} Then {{{{c{number}::more}}}}.")))


def corrects_a_stem(bank: Changing, module: Module, a: int, b: int) -> Module:
    return replace(module, items=changed(module.items, a, stem=Prose(f"What {b}?")))


def corrects_an_option(bank: Changing, module: Module, a: int, b: int) -> Module:
    places = [place for place, item in enumerate(module.items) if isinstance(item, Choice)]
    place = places[a % len(places)]
    item = module.items[place]
    assert isinstance(item, Choice)
    options = changed(item.options, b, text=Prose(f"Text {b}"))
    return replace(module, items=changed(module.items, place, options=options))


def corrects_a_fact(bank: Changing, module: Module, a: int, b: int) -> Module:
    words = module.facts[a % len(module.facts)].text.split(" ")
    return replace(module, facts=changed(module.facts, a, text=Prose(" ".join([f"Word{b}", *words[1:]]))))


def corrects_a_cell(bank: Changing, module: Module, a: int, b: int) -> Module:
    def corrected(row: Row) -> Row:
        return replace(row, cells=changed(row.cells, b, value=Prose(f"{row.id} {b}")))

    return rows_of(module, lambda rows: put(rows, a, corrected(rows[a % len(rows)])))


def adds_a_row(bank: Changing, module: Module, a: int, b: int) -> Module:
    name = bank.new_name()
    cells = tuple(Cell(column=column.id, value=Prose(f"{name} {column.id}")) for column in module.tables[0].columns)
    return rows_of(module, lambda rows: inserted(rows, a, Row(id=name, cells=cells)))


def adds_a_column(bank: Changing, module: Module, a: int, b: int) -> Module:
    name = bank.new_name()
    new = Column(id=name, title=Line(f"Title {name}"))
    one = replace(module.tables[0], columns=inserted(module.tables[0].columns, a, new))
    return rows_of(
        replace(module, tables=(one,)),
        lambda rows: tuple(replace(row, cells=(*row.cells, Cell(column=name, value=Prose("x")))) for row in rows),
    )


def renames(bank: Changing, module: Module, a: int, b: int) -> Module:
    kind = ("items", "facts", "tables")[a % 3]
    things = getattr(module, kind)
    return with_things(module, kind, put(things, b, bank.renamed(things[b % len(things)])))


def renames_a_row(bank: Changing, module: Module, a: int, b: int) -> Module:
    return rows_of(module, lambda rows: put(rows, a, bank.renamed(rows[a % len(rows)])))


def renames_a_column(bank: Changing, module: Module, a: int, b: int) -> Module:
    one = module.tables[0]
    old = one.columns[a % len(one.columns)]
    new = bank.renamed(old)

    def name(present: Id) -> Id:
        return new.id if present == old.id else present

    def cells(row: Row) -> tuple[Cell, ...]:
        return tuple(replace(cell, column=name(cell.column)) for cell in row.cells)

    asks = tuple(replace(ask, given=name(ask.given), ask=name(ask.ask)) for ask in one.ask)
    rows = tuple(replace(row, cells=cells(row)) for row in one.rows)
    return replace(module, tables=(replace(one, columns=put(one.columns, a, new), ask=asks, rows=rows),))


def reorders(bank: Changing, module: Module, a: int, b: int) -> Module:
    kind = ("items", "facts")[a % 2]
    moved = with_things(module, kind, turned(getattr(module, kind), b))
    return rows_of(moved, lambda rows: turned(rows, b))


def retires_or_restores(bank: Changing, module: Module, a: int, b: int) -> Module:
    kind = ("items", "facts")[b % 2]
    things = getattr(module, kind)
    thing = things[a % len(things)]
    return with_things(module, kind, changed(things, a, retired=None if thing.retired else GONE))


def retires_or_restores_a_row(bank: Changing, module: Module, a: int, b: int) -> Module:
    return rows_of(module, lambda rows: changed(rows, a, retired=None if rows[a % len(rows)].retired else GONE))


def asks_more_or_less(bank: Changing, module: Module, a: int, b: int) -> Module:
    """Ask for a column by another, or no more, or again."""
    one = module.tables[0]
    given, told = (one.columns[place % len(one.columns)].id for place in (a, a + 1 + b % (len(one.columns) - 1)))
    place = next((place for place, ask in enumerate(one.ask) if (ask.given, ask.ask) == (given, told)), None)
    if place is None:
        asks = (*one.ask, Ask(given=given, ask=told))
    else:
        asks = changed(one.ask, place, retired=None if one.ask[place].retired else GONE)
    return replace(module, tables=(replace(one, ask=asks),))


def corrects_a_step(bank: Changing, module: Module, a: int, b: int) -> Module:
    return steps_of(module, lambda steps: changed(steps, a, shows=Verbatim(f"Shown {b}")))


def adds_a_step(bank: Changing, module: Module, a: int, b: int) -> Module:
    name = bank.new_name()
    return steps_of(module, lambda steps: inserted(steps, a, Step(id=name, do=Prose("Do."), run=Verbatim(name))))


def renames_a_step(bank: Changing, module: Module, a: int, b: int) -> Module:
    renamed = steps_of(module, lambda steps: put(steps, a, bank.renamed(steps[a % len(steps)])))
    return replace(renamed, exercise=bank.renamed(renamed.exercise)) if b % 2 else renamed


def retires_or_restores_a_step(bank: Changing, module: Module, a: int, b: int) -> Module:
    return steps_of(module, lambda steps: changed(steps, a, retired=None if steps[a % len(steps)].retired else GONE))


def retags(bank: Changing, module: Module, a: int, b: int) -> Module:
    level = list(Difficulty)[b % 3]
    return replace(module, items=changed(module.items, a, tags=(Word(f"tag{b}"),), difficulty=level))


def retitles(bank: Changing, module: Module, a: int, b: int) -> Module:
    return replace(module, head=replace(module.head, title=Line(f"Module {a}"), number=Line(f"3.{b}")))


_ALL: Final[Sequence[Callable[[Changing, Module, int, int], Module]]] = (
    *(adds_an_item, adds_a_fact, adds_a_deletion, adds_a_row, adds_a_column),
    *(corrects_a_stem, corrects_an_option, corrects_a_fact, corrects_a_cell),
    *(renames, renames_a_row, renames_a_column, reorders, retags, retitles),
    *(retires_or_restores, retires_or_restores_a_row, asks_more_or_less),
    *(corrects_a_step, adds_a_step, renames_a_step, retires_or_restores_a_step),
)
EDITS: Final[Mapping[str, Callable[[Changing, Module, int, int], Module]]] = MappingProxyType(
    {one.__name__: one for one in _ALL}
)
