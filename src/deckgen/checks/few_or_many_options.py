"""An item has three to five options.

With two, every second guess is right. Three are enough: in 80 years of studies a fourth and fifth made items neither
harder nor more telling (Rodriguez 2005), and of 514 four-option items only one in seven had three distractors that
anybody chose (Tarrant, Ware and Mohammed 2009); from six on the learner reads more than gets weighed. Where several
options are right, six are allowed, for the keys need distractors beside them. Two options that stay put, such as True
and False, are a pair and complete. The finding is structural; 397 published items all had four options.

Wrong:

    options:
      - text: Job
        correct: true
      - Deployment

Right:

    options:
      - text: Job
        correct: true
      - Deployment
      - DaemonSet
"""

from collections.abc import Iterator
from typing import Final

from deckgen.assemble.shuffle import layout_of
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice

CODE: Final = "I308"
SEVERITY: Final = Severity.NOTE
_PAIR: Final = 2
_MOST: Final = 5
_MOST_OF_MULTIPLE: Final = 6


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find choice items with two options, or with many; fewer than two are another rule's."""
    for module in bank.modules:
        for item in module.choices:
            if cure := _cure(item):
                yield Diagnostic(item.origin.of("options"), CODE, cure)


def _cure(item: Choice) -> str | None:
    count = len(item.options)
    if _PAIR < count <= _MOST or count < _PAIR or not has_entire_options(item):
        return None
    if count == _PAIR:
        return f"`{item.id}` has two options; add a third that is plausible" if layout_of(item).free else None
    most = _MOST_OF_MULTIPLE if item.is_multiple else _MOST
    return f"`{item.id}` has {count} options; keep the most plausible, at most {most}" if count > most else None
