"""The numbers of a released fact's deletions stay with what they hide.

Each number is a card. Where `c1` and `c2` change places, so do their schedules, and a learner is asked rarely what she
does not know yet. A new deletion takes a number that the fact never had; one that goes leaves a gap. The lock knows
which number hid what in the last release, by its words without markup, and which words stood beside it. So two limits
that both rose, from one and two to two and three, are corrections, for each stands where it stood. Where the words of
two numbers are exchanged, the lock cannot tell whether the numbers moved or the text had them the wrong way round: then
a learner is better served by numbers that go with the words, unless the card is about the place. Such a fact says so in
`ignore` for that release.

Wrong: `{{c1::two}}` hours and `{{c2::one}}` Pod, where `{{c1::one}}` Pod was released.

Right: `{{c2::two}}` hours and `{{c1::one}}` Pod.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.deletions import Deletion, deletions_of
from deckgen.model.note_names import identity_of

CODE: Final = "F511"
SEVERITY: Final = Severity.ERROR


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find facts whose numbers hide what others hid, and numbers that are used again."""
    released = context.lock.released(bank.head.version)
    for module in bank.modules if released else ():
        for fact in module.live_facts:
            old = released.get(identity_of(module, fact))
            if old and old.deletions:
                for fault in _faults(old.deletions, deletions_of(fact.text)):
                    yield Diagnostic(fact.origin.of("text"), CODE, f"in `{fact.id}`, {fault}")


def _faults(before: Sequence[Deletion], present: Sequence[Deletion]) -> Iterator[str]:
    old, now = {one.number: one for one in before}, {one.number: one for one in present}
    for number, one in now.items():
        own = old.get(number)
        if own and own.hash == one.hash:
            continue
        moved = _moved(one, before, now)
        if moved and not (_stayed(one, own, moved) and not _is_exchange(number, before, now)):
            yield (
                f"`c{number}` hides what `c{moved.number}` hid when it was released; write `c{moved.number}` there"
                " again, or `ignore` this where the words were wrong and not the numbers"
            )
        elif own and own.is_gone and not moved:
            free = max([*old, *now]) + 1
            yield f"`c{number}` hid something else once, and learners may have that card; write `c{free}`"


def _moved(one: Deletion, before: Sequence[Deletion], now: Mapping[int, Deletion]) -> Deletion | None:
    """Return the number that hid these words when it was released, and hides others now."""
    hid = (other for other in before if other.hash == one.hash and not other.is_gone)
    return next((other for other in hid if other.number not in now or now[other.number].hash != one.hash), None)


def _stayed(one: Deletion, own: Deletion | None, moved: Deletion) -> bool:
    """Tell whether a number stands where it stood rather than where another did."""
    return own is not None and not own.is_gone and one.likeness(own) > one.likeness(moved)


def _is_exchange(number: int, before: Sequence[Deletion], now: Mapping[int, Deletion]) -> bool:
    """Tell whether the words of some numbers went round among them, so that none is new."""
    hid = {one.hash: one.number for one in before if not one.is_gone}
    at = number
    for _ in before:
        if at not in now or now[at].hash not in hid:
            return False
        at = hid[now[at].hash]
        if at == number:
            return True
    return False
