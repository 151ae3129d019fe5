"""All items that exams may take, and which of them a row of a blueprint means."""

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from deckgen.assemble.candidate import Candidate
from deckgen.assemble.generate import generated_items
from deckgen.model.bank import Bank
from deckgen.model.exam import BlueprintRow, Kind
from deckgen.model.item import Choice, Item
from deckgen.model.names import full_name

__all__ = ["Candidate", "candidates", "earlier_names", "matches", "matching"]


def candidates(bank: Bank, *labels: str) -> tuple[Candidate, ...]:
    """Return the live items of all modules in bank order, then the generated ones; a name counts once.

    The labels, an exam's seed and id, choose the distractors of what is generated.
    """
    named: dict[str, Candidate] = {}
    for candidate in _all(bank, labels):
        named.setdefault(candidate.name, candidate)
    return tuple(named.values())


def matches(row: BlueprintRow, candidate: Candidate) -> bool:
    """Tell whether a candidate may fill a slot of this row.

    Authored choice items match unless the row asks for something else by `kind`, `generated` or `items`.
    """
    item = candidate.item
    if row.items:
        if not _is_named(row, candidate) or (row.generated and not candidate.is_generated):
            return False
    elif row.generated is not candidate.is_generated:
        return False
    return (
        (row.difficulty is None or row.difficulty is item.difficulty)
        and (row.module is None or row.module == candidate.module.head.id)
        and (row.objective is None or _serves(candidate, row.objective))
        and (row.bloom is None or row.bloom is item.bloom)
        and (not row.tags or set(row.tags) <= set(item.tags))
        and _is_of_kind(row, item)
    )


def matching(rows: Sequence[BlueprintRow], found: Iterable[Candidate]) -> dict[str, tuple[int, ...]]:
    """Return the places of the rows that each candidate matches, by its name; who matches none is left out."""
    places = {one.name: tuple(place for place, row in enumerate(rows) if matches(row, one)) for one in found}
    return {name: matched for name, matched in places.items() if matched}


def earlier_names(candidate: Candidate) -> tuple[str, ...]:
    """Return the full names that a candidate had before."""
    return tuple(full_name(candidate.module, name) for name in candidate.item.was)


def _all(bank: Bank, labels: tuple[str, ...]) -> Iterator[Candidate]:
    for module in bank.modules:
        for item in module.live_items:
            yield Candidate(f"{module.head.id}/{item.id}", module, item)
    for module in bank.modules:
        yield from generated_items(module, *labels, in_english=bank.head.is_english)


def _is_named(row: BlueprintRow, candidate: Candidate) -> bool:
    return candidate.name in row.items or any(name in row.items for name in earlier_names(candidate))


def _serves(candidate: Candidate, objective: str) -> bool:
    own = candidate.item.objective
    return own is not None and objective in (own, f"{candidate.module.head.id}/{own}")


def _is_of_kind(row: BlueprintRow, item: Item) -> bool:
    match row.kind:
        case None:
            return bool(row.items) or isinstance(item, Choice)
        case Kind.OPEN:
            return not isinstance(item, Choice)
        case Kind.SINGLE:
            return isinstance(item, Choice) and not item.is_multiple
        case Kind.MULTIPLE:
            return isinstance(item, Choice) and item.is_multiple
        case _:
            assert_never(row.kind)
