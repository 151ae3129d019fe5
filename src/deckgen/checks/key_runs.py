"""Where options keep their order, the key does not stand at one place in item after item.

Who sees a run of one letter on a paper looks for a pattern instead of an answer. Counted are the items of a module with
`shuffle: false` and one key, in authored order: found is a run of five or more that chance starts at fewer than 1 item
in 300, so five items of four options, six of three, nine of two. In one published bank there were two runs of seven;
that is structural and needs no measure of precision.

Wrong:

    five items in a row
      shuffle: false
      options:
        - text: Deployment
        - text: Job
          correct: true
        - text: DaemonSet
        - text: StatefulSet

Right:

    options:
      - text: Deployment
      - text: Job
        correct: true
      - text: DaemonSet
      - text: StatefulSet
"""

from collections.abc import Iterator
from itertools import groupby
from math import prod
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.fixed_order import fixed_items
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice

CODE: Final = "B603"
SEVERITY: Final = Severity.NOTE
_SHORTEST: Final = 5
_RARE: Final = 500
_NAMED: Final = 3


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find runs of keys at one place; the finding stands at the first item."""
    for module in bank.modules:
        for place, group in groupby(fixed_items(module), key=lambda fixed: fixed[1]):
            run = [item for item, _ in group]
            if len(run) >= _SHORTEST and prod(len(item.options) for item in run) >= _RARE:
                message = (
                    f"the key is option {place + 1} in {len(run)} items in a row, {_some(run)}; take `shuffle: false` "
                    "from items whose order means nothing, or move some of them"
                )
                yield Diagnostic(run[0].origin.of("options"), CODE, message)


def _some(run: list[Choice]) -> str:
    """Name the first by name: a run has no direction."""
    names = sorted(f"`{item.id}`" for item in run)
    return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"
