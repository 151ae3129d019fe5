"""The place of a key: where it stands in a form, and where it could."""

from dataclasses import dataclass

from deckgen.assemble.shuffle import Layout
from deckgen.model.item import Choice


@dataclass(slots=True)
class Keyed:
    """A single-choice item at its place in a form: the printed order and the places that its key can take."""

    item: Choice
    order: tuple[int, ...]
    allowed: tuple[int, ...]
    place: int

    @classmethod
    def of(cls, item: Choice, order: tuple[int, ...], layout: Layout) -> "Keyed":
        """Find the key of an item and whether it can move."""
        place = next(place for place, index in enumerate(order) if item.options[index].correct)
        allowed = tuple(layout.free_places) if order[place] in layout.free else (place,)
        return cls(item, order, allowed, place)

    def settled(self) -> tuple[int, ...]:
        """Return the order with the key at its new place; what stood there takes the old one."""
        order = list(self.order)
        old = next(place for place, index in enumerate(order) if self.item.options[index].correct)
        order[old], order[self.place] = order[self.place], order[old]
        return tuple(order)
