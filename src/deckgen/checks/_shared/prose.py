"""All prose of a bank that reaches an output, with where it stands."""

from collections.abc import Iterator

from deckgen.model.bank import Bank
from deckgen.model.item import Choice
from deckgen.model.module import Module
from deckgen.model.origin import Origin

Field = tuple[str, int | None]
Passage = tuple[str, Origin, Field]
"""A text and the field that it stands in; its place, `origin.of(*field)`, is for who has something to say of it."""


def passages(bank: Bank) -> Iterator[Passage]:
    """Yield every passage that readers see; what is retired they do not."""
    for module in bank.modules:
        for objective in module.head.objectives:
            yield objective.text, objective.origin, ("text", None)
        yield from _of_items(module)
        for fact in module.live_facts:
            yield fact.text, fact.origin, ("text", None)
        yield from _of_tables(module)
        yield from _of_exercise(module)


def _of_items(module: Module) -> Iterator[Passage]:
    for item in module.live_items:
        yield item.stem, item.origin, ("stem", None)
        yield item.rationale, item.origin, ("rationale", None)
        if not isinstance(item, Choice):
            yield item.model, item.origin, ("model", None)
            continue
        for option in item.options:
            yield option.text, option.origin, ("text", None)
            yield option.why, option.origin, ("why", None)


def _of_tables(module: Module) -> Iterator[Passage]:
    for table in module.tables:
        for row in table.live_rows:
            for cell in row.cells:
                yield cell.value, cell.origin, ("value", None)


def _of_exercise(module: Module) -> Iterator[Passage]:
    if module.exercise:
        for step in module.exercise.live_steps:
            yield step.do, step.origin, ("do", None)
        for place, sign in enumerate(module.exercise.success):
            yield sign, module.exercise.origin, ("success", place)
