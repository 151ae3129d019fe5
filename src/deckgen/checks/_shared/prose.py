"""All prose of a bank that reaches an output, with its place."""

from collections.abc import Iterator
from itertools import chain

from deckgen.diagnostics import Span
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Item
from deckgen.model.module import Module

Passage = tuple[str, Span]


def passages(bank: Bank) -> Iterator[Passage]:
    """Yield every passage that readers see; what is retired they do not."""
    for module in bank.modules:
        yield from chain.from_iterable(_of_item(item) for item in module.live_items)
        for fact in module.live_facts:
            yield fact.text, fact.origin.of("text")
        yield from _of_tables(module)
        yield from _of_exercise(module)


def _of_item(item: Item) -> Iterator[Passage]:
    yield item.stem, item.origin.of("stem")
    yield item.rationale, item.origin.of("rationale")
    if not isinstance(item, Choice):
        yield item.model, item.origin.of("model")
        return
    for option in item.options:
        yield option.text, option.origin.of("text")
        yield option.why, option.origin.of("why")


def _of_tables(module: Module) -> Iterator[Passage]:
    for table in module.tables:
        for row in table.live_rows:
            for cell in row.cells:
                yield cell.value, cell.origin.of("value")


def _of_exercise(module: Module) -> Iterator[Passage]:
    if module.exercise:
        for step in module.exercise.steps:
            yield step.do, step.origin.of("do")
        for place, sign in enumerate(module.exercise.success):
            yield sign, module.exercise.origin.of("success", place)
