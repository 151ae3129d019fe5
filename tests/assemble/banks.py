"""Small banks for the laws of assembling."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from deckgen.model.bank import Bank, BankHead
from deckgen.model.exam import Balance, BlueprintRow, Exam
from deckgen.model.form import Paper
from deckgen.model.item import Choice, Difficulty, Item, Open, Option, Place
from deckgen.model.module import Module, ModuleHead
from deckgen.model.names import full_name
from deckgen.model.schema import Count, FormCount, Id, Line, Prose, Reference, Word
from deckgen.model.table import Ask, Cell, Column, Distractors, Row, Table

Tags = tuple[str, ...]


def item(
    name: str,
    *texts: str,
    tags: Iterable[str] = (),
    enemies: Iterable[str] = (),
    facts: Iterable[str] = (),
    was: Iterable[str] = (),
    difficulty: Difficulty = Difficulty.MEDIUM,
    objective: str | None = None,
    key: int = 0,
    shuffle: bool = True,
    places: Mapping[int, Place] | None = None,
) -> Choice:
    """Make a single-choice item; without texts it has four options that are like no other item's."""
    offered = texts or tuple(f"{one} {name} way" for one in ("one", "another", "a third", "a fourth"))
    return Choice(
        id=Id(name),
        stem=Prose(f"What of {name}?"),
        options=tuple(
            Option(text=Prose(text), correct=index == key, place=(places or {}).get(index))
            for index, text in enumerate(offered)
        ),
        tags=tuple(Word(tag) for tag in tags),
        enemies=tuple(Reference(enemy) for enemy in enemies),
        facts=tuple(Reference(fact) for fact in facts),
        was=tuple(Id(one) for one in was),
        difficulty=difficulty,
        objective=Id(objective) if objective else None,
        shuffle=shuffle,
    )


def open_question(name: str) -> Open:
    """Make an open question."""
    return Open(id=Id(name), stem=Prose(f"Why {name}?"), model=Prose(f"So {name}."))


def table(
    name: str,
    *rows: tuple[str, ...],
    columns: tuple[str, ...] = ("tool", "does"),
    distractors: Distractors = Distractors.COLUMN,
    titles: Mapping[str, str] | None = None,
) -> Table:
    """Make a table that asks for its second column by its first; a row is its id and its cells."""
    return Table(
        id=Id(name),
        title=Line(name),
        objective=Id("tools"),
        columns=tuple(Column(id=Id(one), title=Line((titles or {}).get(one, one))) for one in columns),
        ask=(Ask(given=Id(columns[0]), ask=Id(columns[1]), items=True, distractors=distractors),),
        rows=tuple(
            Row(
                id=Id(row),
                cells=tuple(
                    Cell(column=Id(one), value=Prose(value)) for one, value in zip(columns, values, strict=True)
                ),
            )
            for row, *values in rows
        ),
    )


def module(name: str = "m", items: Iterable[Item] = (), tables: Iterable[Table] = ()) -> Module:
    """Make a module."""
    return Module(head=ModuleHead(id=Id(name), title=Line(name)), items=tuple(items), tables=tuple(tables))


def bank(*modules: Module) -> Bank:
    """Make a bank."""
    head = BankHead(id=Id("b"), title=Line("B"), uid=Word("uid"), version=Word("1"))
    return Bank(head=head, modules=modules)


def row(
    count: int = 1, *tags: str, generated: bool = False, items: Iterable[str] = (), module: str = "m"
) -> BlueprintRow:
    """Make a row of a blueprint."""
    return BlueprintRow(
        count=Count(count),
        tags=tuple(Word(tag) for tag in tags),
        generated=generated,
        items=tuple(Reference(full_name(module, one)) for one in items),
    )


def exam(*rows: BlueprintRow, forms: int = 2) -> Exam:
    """Make an exam; `dataclasses.replace` changes the rest."""
    return Exam(
        id=Id("e"), title=Line("E"), blueprint=rows, forms=FormCount(forms), seed=Line("7"), balance=Balance.NONE
    )


def tagged(many: Sequence[Tags]) -> Bank:
    """Make a bank of an item for each set of tags."""
    return bank(module(items=[item(f"i{index}", tags=tags) for index, tags in enumerate(many)]))


def held(paper: Paper | None) -> list[list[str]]:
    """Return the names in each form of a paper."""
    assert paper is not None
    return [[question.name for question in form.questions] for form in paper.forms]


def shared(forms: Iterable[Iterable[object]]) -> int:
    """Count how often two forms have one item."""
    uses = Counter(name for form in forms for name in form)
    return sum(count * (count - 1) // 2 for count in uses.values())
