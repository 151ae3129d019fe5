"""How much forms share, and exchanges that make it less where enemies have made it more."""

from collections import Counter
from collections.abc import Iterable, Sequence

from deckgen.assemble.deal import Hand
from deckgen.assemble.peace import Rules


def shared(uses: Iterable[int]) -> int:
    """Return how often two forms have one item, of items that are used so often."""
    return sum(count * (count - 1) // 2 for count in uses)


def share_less(hands: Sequence[Hand], rules: Rules) -> None:
    """Take rarer items for the ones that are used most, as long as no enemies meet by that.

    Each exchange lowers what forms share, so that this ends.
    """
    uses = Counter(name for hand in hands for name in hand)
    rarest = [min((uses[name] for name in names), default=0) for names in rules.by_row]
    changed = True
    while changed:
        changed = False
        for hand in hands:
            for name, row in list(hand.items()):
                if uses[name] > rarest[row] + 1 and (other := _rarer(name, hand, uses, rules)):
                    del hand[name]
                    hand[other] = row
                    uses[name] -= 1
                    uses[other] += 1
                    changed = True


def _rarer(name: str, hand: Hand, uses: Counter[str], rules: Rules) -> str | None:
    """Return an item that may stand in for another and is used at least twice less."""
    fitting = (
        other
        for other in rules.by_row[hand[name]]
        if uses[other] < uses[name] - 1 and rules.may_replace(name, other, hand)
    )
    return min(fitting, key=uses.__getitem__, default=None)
