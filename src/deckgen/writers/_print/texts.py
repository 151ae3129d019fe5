"""What is printed of a bank, with the field that it stands in."""

from collections.abc import Iterator

from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Item
from deckgen.model.module import Module
from deckgen.model.origin import Origin

Text = tuple[str, Origin, str]
"""A text, what it belongs to, and the name of its field."""


def texts(bank: Bank) -> Iterator[Text]:
    """Yield what pages show of a bank."""
    for module in bank.modules:
        yield from _of_module(module)


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
        for row in table.live_rows:
            for cell in row.cells:
                yield cell.value, cell.origin, "value"
    for figure in module.figures:
        yield figure.text, figure.origin, "text"
    for step in module.exercise.steps if module.exercise else ():
        for name in ("do", "run", "shows"):
            yield getattr(step, name) or "", step.origin, name
