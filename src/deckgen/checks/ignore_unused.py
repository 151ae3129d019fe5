"""What is ignored is there to be found, once.

An entry that silences nothing is left over from a text that has been mended. It would hide the next fault of its kind.
Where a file or the lock could not be read, or a rule failed, nothing is said: the finding may come back.

Wrong: `ignore: [{rule: I201, …}]` at an item whose key is no longer than its distractors.

Right: the item without that entry.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from deckgen.checks import rules
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.ignoring import NEVER_IGNORED, is_over, live_things
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice
from deckgen.model.lock import Lock
from deckgen.model.names import Named, full_name
from deckgen.model.places import Places

CODE: Final = "B622"
SEVERITY: Final = Severity.WARNING
LAST: Final = True
_OF_THE_LOCK: Final = ("F506", "F508", "F511", "B607", "B630", "B631", "B632")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find entries of `ignore` without a finding; what has ended is another rule's."""
    ignoring = [
        (full_name(module, thing.id), thing) for module in bank.modules for thing in live_things(module) if thing.ignore
    ]
    if not ignoring or not _is_read(bank):
        return
    could_speak = _rules_that_could_speak(context)
    places = Places.of(bank)
    raised: defaultdict[str, set[str]] = defaultdict(set)
    for finding in context.raised:
        raised[places.at(finding.span)].add(finding.code)
    for name, thing in ignoring:
        if not isinstance(thing, Choice) or has_entire_options(thing):
            yield from _unused(thing, could_speak - raised[name], context)


def _unused(thing: Named, silent: set[str], context: Context) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for ignore in thing.ignore:
        place = ignore.origin.of("rule")
        if ignore.rule in seen:
            yield Diagnostic(place, CODE, f"`{thing.id}` ignores `{ignore.rule}` twice; remove one of the entries")
        elif ignore.rule in silent and not is_over(ignore, context.today):
            message = f"`{thing.id}` ignores `{ignore.rule}`, which finds nothing here; remove this entry"
            yield Diagnostic(place, CODE, message)
        seen.add(ignore.rule)


def _is_read(bank: Bank) -> bool:
    return bank.is_whole and all(module.is_whole and not module.unread for module in bank.modules)


def _rules_that_could_speak(context: Context) -> set[str]:
    """Return the codes of the rules that were asked and knew what they need to know."""
    silent = {*context.failed, *(_OF_THE_LOCK if context.lock == Lock() else ())}
    return {rule.code for rule in rules() if not rule.code.startswith(NEVER_IGNORED)} - silent
