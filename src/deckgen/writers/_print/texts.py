"""What is printed of a bank, with the field that it stands in."""

from collections.abc import Iterator

from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Item
from deckgen.model.module import Exercise, Module, ModuleHead
from deckgen.model.origin import Origin

Text = tuple[str, Origin, str]
"""A text, what it belongs to, and the name of its field."""


def texts(bank: Bank) -> Iterator[Text]:
    """Yield what pages show of a bank."""
    yield bank.head.title, bank.head.origin, "title"
    yield bank.head.attribution, bank.head.origin, "attribution"
    for exam in bank.exams:
        yield exam.title, exam.origin, "title"
    for module in bank.modules:
        yield from _of_head(module.head)
        yield from _of_module(module)


def _of_head(head: ModuleHead) -> Iterator[Text]:
    yield head.title, head.origin, "title"
    for objective in head.objectives:
        yield objective.text, objective.origin, "text"


def _of_item(item: Item) -> Iterator[Text]:
    yield item.stem, item.origin, "stem"
    yield item.title or "", item.origin, "title"
    yield item.rationale, item.origin, "rationale"
    if not isinstance(item, Choice):
        yield item.model, item.origin, "model"
        return
    for option in item.options:
        yield option.text, option.origin, "text"
        yield option.why, option.origin, "why"


def _of_module(module: Module) -> Iterator[Text]:
    for item in module.live_items:
        yield from _of_item(item)
    for fact in module.live_facts:
        yield fact.text, fact.origin, "text"
    for table in module.tables:
        yield table.title, table.origin, "title"
        for column in table.columns:
            yield column.title, column.origin, "title"
        for row in table.live_rows:
            for cell in row.cells:
                yield cell.value, cell.origin, "value"
    for figure in module.figures:
        yield figure.title, figure.origin, "title"
        yield figure.text, figure.origin, "text"
    if module.exercise:
        yield from _of_exercise(module.exercise)


def _of_exercise(exercise: Exercise) -> Iterator[Text]:
    yield exercise.title, exercise.origin, "title"
    for step in exercise.live_steps:
        for name in ("do", "run", "shows"):
            yield getattr(step, name) or "", step.origin, name
    for sign in exercise.success:
        yield sign, exercise.origin, "success"
