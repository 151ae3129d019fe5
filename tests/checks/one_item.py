"""An item of which one text is on trial, and whether a rule speaks of it."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from deckgen.checks import Context, rules
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Option
from deckgen.model.lock import Lock
from deckgen.model.schema import Id, Prose, Word
from deckgen.sources.bank_yaml import read_bank
from tests.checks.running import DAY
from tests.commands import KCNA

SHIPPED: Final = read_bank(Path(KCNA)).bank
assert SHIPPED is not None
HEAD: Final = SHIPPED.head
MODULE: Final = replace(SHIPPED.modules[0], tables=(), facts=(), exercise=None)
CHECKS: Final = {rule.code: rule.check for rule in rules()}
STEM: Final = "A script runs for two hours and ends. Which workload resource fits?"
OPTIONS: Final = ("Deployment", "Job", "DaemonSet", "CronJob")
KEY: Final = "Job"


def made(
    stem: str = STEM, texts: tuple[str, ...] = OPTIONS, key: str = KEY, rationale: str = "The script ends."
) -> Choice:
    """Return an item; its key is the option of this text."""
    options = tuple(Option(text=Prose(text), correct=text == key) for text in texts)
    return Choice(id=Id("made"), stem=Prose(stem), options=options, rationale=Prose(rationale))


def found(item: Choice, code: str, language: str = "en") -> bool:
    """Tell whether a rule speaks of an item."""
    bank = Bank(head=replace(HEAD, language=Word(language)), modules=(replace(MODULE, items=(item,)),))
    return bool(list(CHECKS[code](bank, Context(bank, Lock(), DAY))))
