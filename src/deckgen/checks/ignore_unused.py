"""What an item ignores is there to be found.

An entry that silences nothing is left over from a text that has been mended. It would hide the next fault of its kind.

Wrong: `ignore: [{rule: I201, …}]` at an item whose key is no longer than its distractors.

Right: the item without that entry.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks import rules
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.ignoring import NEVER_IGNORED, is_over
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.names import full_name
from deckgen.model.places import Places

CODE: Final = "B622"
SEVERITY: Final = Severity.WARNING
LAST: Final = True


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find entries of `ignore` without a finding; what has ended is another rule's."""
    ignoring = [(module, item) for module in bank.modules for item in module.live_items if item.ignore]
    if not ignoring:
        return
    known = {rule.code for rule in rules() if not rule.code.startswith(NEVER_IGNORED)}
    places = Places.of(bank)
    raised = {(places.at(finding.span), finding.code) for finding in context.raised}
    for module, item in ignoring:
        for ignore in item.ignore:
            is_asked = ignore.rule in known and not is_over(ignore, context.today)
            if is_asked and (full_name(module, item.id), ignore.rule) not in raised:
                message = f"`{item.id}` ignores `{ignore.rule}`, which finds nothing here; remove this entry"
                yield Diagnostic(ignore.origin.of("rule"), CODE, message)
