"""A fact hides something: its text has a deletion, `{{c1::…}}`, and every deletion is whole.

Without one Anki makes no card of it. A deletion that is not closed, or has nothing in it, asks for nothing.

Wrong:

    text: |
      By default kube-scheduler places Pods one at a time.

Right:

    text: |
      By default kube-scheduler places Pods {{c1::one at a time}}.
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank

CODE: Final = "F510"
SEVERITY: Final = Severity.ERROR
_OPENING: Final = re.compile(r"\{\{c0*(?:[1-9][0-9]?|[1-4][0-9]{2})::")
_NEAR: Final = re.compile(r"\{\{\s*[cC][0-9]+\s*:+")
_EMPTY: Final = re.compile(r"\{\{c[0-9]+::\s*(?:::[^{}]*)?\}\}")
_SIGNS: Final = re.compile(rf"{_OPENING.pattern}|\}}\}}")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find live facts that make no card, or an empty one."""
    for module in bank.modules:
        for fact in module.live_facts:
            fault = _fault(fact.text) if fact.text else None
            if fault:
                yield Diagnostic(fact.origin.of("text"), CODE, f"`{fact.id}` {fault}")


def _fault(text: str) -> str | None:
    for near in _NEAR.findall(text):
        if not _OPENING.fullmatch(near):
            return f"has `{near}`, which Anki does not read; write it as `{{{{c1::`, with a number from 1 to 499"
    if not _OPENING.search(text):
        return "has no deletion; put `{{c1::` and `}}` around what is to be recalled"
    if _EMPTY.search(text):
        return "has a deletion with nothing in it; put what is to be recalled between `::` and `}}`"
    return _unclosed(text)


def _unclosed(text: str) -> str | None:
    """Return the fault of a deletion that does not end; they may stand in each other."""
    opened: list[str] = []
    for sign in _SIGNS.findall(text):
        if sign != "}}":
            opened.append(sign)
        elif opened:
            opened.pop()
    return f"does not close `{opened[-1]}`; write `}}}}` behind what is to be recalled" if opened else None
