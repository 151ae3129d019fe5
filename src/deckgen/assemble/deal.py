"""Deals the items that all forms take together out to the forms.

Each row is cut into slots that every form fills once. Slots and items are the two sides of a graph, forms the
colours of its edges; by König's theorem (1916) as many colours suffice as any node has edges, so that no item is
dealt to a form twice. Where a colour is free on one side only, a path of two colours is exchanged.
"""

from collections.abc import Sequence

from deckgen.assemble.stream import Stream

Hand = dict[str, int]
"""What a form holds: names of items, each with the row whose slot it fills."""

Slot = tuple[int, int]


def deal(taken: Sequence[Sequence[str]], forms: int, stream: Stream) -> list[Hand]:
    """Deal each row's names, a multiple of the number of forms, so that no form has a name twice."""
    hands: list[dict[str, Slot]] = [{} for _ in range(forms)]
    filled: list[dict[Slot, str]] = [{} for _ in range(forms)]
    for row, names in enumerate(taken):
        for index, name in enumerate(names):
            if index % forms == 0:
                # forms that have this slot still to fill; exchanges touch other slots only, which all forms have filled
                still_open = list(range(forms))
            still_open.remove(_place(name, (row, index // forms), still_open, hands, filled, stream))
    return [{name: slot[0] for name, slot in hand.items()} for hand in hands]


def _place(
    name: str,
    slot: Slot,
    open_to_slot: Sequence[int],
    hands: list[dict[str, Slot]],
    filled: list[dict[Slot, str]],
    stream: Stream,
) -> int:
    """Fill a slot with a name in a form where it is open; return the form."""
    open_to_both = [form for form in open_to_slot if name not in hands[form]]
    if open_to_both:
        form = open_to_both[stream.below(len(open_to_both))]
    else:
        form = open_to_slot[stream.below(len(open_to_slot))]
        other = next(one for one, hand in enumerate(hands) if name not in hand)
        _exchange(name, form, other, hands, filled)
    hands[form][name] = slot
    filled[form][slot] = name
    return form


def _exchange(name: str, form: int, other: int, hands: list[dict[str, Slot]], filled: list[dict[Slot, str]]) -> None:
    """Free a name in `form` by moving it to `other`, what it meets there back to `form`, and so on."""
    path = []
    moving: str | None = name
    while moving is not None and moving in hands[form]:
        slot = hands[form][moving]
        path.append((moving, slot, form, other))
        moving = filled[other].get(slot)
        if moving is not None:
            path.append((moving, slot, other, form))
    for passed, slot, source, _ in path:
        del hands[source][passed], filled[source][slot]
    for passed, slot, _, target in path:
        hands[target][passed] = slot
        filled[target][slot] = passed
