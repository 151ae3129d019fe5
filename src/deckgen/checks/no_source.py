"""A dated fact or cell says where it was read.

Whoever looks again needs to know where. The module's own `source` does not count: it is a page that said many things
on one day. A published module that was read against primary sources was stale in ten places. The law is one of form,
so that there was no precision to measure.

Wrong:

    home:
      value: CNCF Graduated
      as_of: 2026-07-24

Right:

    home:
      value: CNCF Graduated
      as_of: 2026-07-24
      source: https://example.org/announcement
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.dated import dated_things

CODE: Final = "F503"
SEVERITY: Final = Severity.WARNING


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find facts and cells with a date and without `source`."""
    for dated in dated_things(bank, context.index):
        origin = dated.thing.origin
        if dated.thing.source is None and "source" not in origin.marks:
            field = "as_of" if dated.thing.as_of else "review_by"
            name = dated.name.partition("/")[2]
            yield Diagnostic(origin.of(field), CODE, f"`{name}` has `{field}` and no `source`; say where it was read")
