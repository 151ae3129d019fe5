"""The key is not much longer than every distractor.

Authors make the right answer exact and the wrong ones short, and who knows nothing picks the longest. Equal lengths are
an old rule (Haladyna, Downing and Rodriguez 2002, guidelines 24 and 28); in the crossover test of Pham, Besanko and
Devitt (2018) a conspicuously long key was one of the few flaws that made items easier. Among 368 published items a
guesser by length alone was right in 74 of 100 where chance gives 25; once the length was known, no other clue in the
wording added to that. Found is a key with half as many characters again as the longest distractor, and at least 20
more; of several keys the shortest counts. Measured: 12 of 12 findings judged true.

Wrong:

    options:
      - text: It holds back a group of Pods until the cluster has room for all of them
        correct: true
      - text: It evicts idle Pods
      - text: It shares one GPU

Right:

    options:
      - text: It starts a group of Pods together
        correct: true
      - text: It evicts Pods that have been idle
      - text: It lets several Pods share one GPU
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.lengths import much_longer_key, visible_length
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "I201"
SEVERITY: Final = Severity.WARNING


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find keys that their length gives away."""
    for module in bank.modules:
        for item in module.choices:
            pair = much_longer_key(item)
            if pair and has_entire_options(item):
                key, other = pair
                longer, shorter = visible_length(key.text), visible_length(other.text)
                message = (
                    f"the key of `{item.id}` has {longer} characters, the longest distractor {shorter}; "
                    "shorten it or lengthen a distractor"
                )
                yield Diagnostic(key.origin.of("text"), CODE, message)
