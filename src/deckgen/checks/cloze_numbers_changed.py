"""The numbers of a released fact's deletions stay with what they hide.

Each number is a card. Where `c1` and `c2` change places, so do their schedules, and a learner is asked rarely what she
does not know yet. A new deletion takes a number that the fact never had; one that goes leaves a gap. The lock knows
which number hid what, by its words without markup. It cannot know a correction that puts into one place what stood in
another, such as two limits that both rose: for that release a bank may set `severity: F511: warning`.

Wrong: `{{c1::two}}` hours and `{{c2::one}}` Pod, where `{{c1::one}}` Pod was released.

Right: `{{c2::two}}` hours and `{{c1::one}}` Pod.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.deletions import Deletion, deletion_hashes
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
                for fault in _faults(old.deletions, deletion_hashes(fact.text)):
                    yield Diagnostic(fact.origin.of("text"), CODE, f"in `{fact.id}`, {fault}")


def _faults(before: Sequence[Deletion], now: Mapping[int, str]) -> Iterator[str]:
    old = {one.number: one for one in before}
    for number, content in now.items():
        if number in old and old[number].hash == content:
            continue
        moved = [one.number for one in before if one.hash == content and not one.is_gone]
        moved = [one for one in moved if now.get(one) != content]
        if moved:
            yield f"`c{number}` hides what `c{moved[0]}` hid when it was released; write `c{moved[0]}` there again"
        elif number in old and old[number].is_gone:
            free = max([*old, *now]) + 1
            yield f"`c{number}` hid something else once, and learners may have that card; write `c{free}`"
