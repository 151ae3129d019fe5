"""Where options keep their order, keys stand at all places about equally often.

Authors hide the key in the middle, up to four times as often as at the edges (Attali and Bar-Hillel 2003), and learners
who guess know it; in one published bank the keys were A 67, B 184, C 106 and D 11 times. This is an exact multinomial
test of the items with `shuffle: false`, in the whole bank and from 8 items on: found is what chance does in fewer than
1 of 100 banks. Being a test, it needs no measure of precision. The cure is to let deckgen shuffle: keys that are
balanced by hand leave a pattern too, which is worth points to who knows it (Bar-Hillel and Attali 2002).

Wrong:

    in 8 of 10 items
      shuffle: false
      options:
        - text: Deployment
        - text: Job
          correct: true
        - text: DaemonSet

Right:

    options:
      - text: Deployment
      - text: Job
        correct: true
      - text: DaemonSet
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.evenness import evenness
from deckgen.checks._shared.fixed_order import fixed_items
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "B602"
SEVERITY: Final = Severity.WARNING
_FEWEST: Final = 8
_LEVEL: Final = 0.01


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Test where the keys stand that deckgen does not move."""
    fixed = [(len(item.options), place) for module in bank.modules for item, place in fixed_items(module)]
    sizes = Counter(size for size, _ in fixed)
    if len(fixed) < _FEWEST:
        return
    places = Counter(place for _, place in fixed)
    counts = [places[place] for place in range(max(sizes))]
    if evenness(sizes, counts) < _LEVEL:
        message = (
            f"in {len(fixed)} items with `shuffle: false` the key stands {_listed(counts)} times at the places from "
            "first to last, which chance hardly ever does; take `shuffle: false` from items whose order means nothing"
        )
        yield Diagnostic(bank.head.origin.span, CODE, message)


def _listed(counts: list[int]) -> str:
    return f"{', '.join(map(str, counts[:-1]))} and {counts[-1]}"
