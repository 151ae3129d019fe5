"""The bank: everything that has been authored."""

from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from deckgen.diagnostics import Severity
from deckgen.model.exam import Exam
from deckgen.model.module import Module
from deckgen.model.origin import NOWHERE, Origin
from deckgen.model.schema import Id, Keyed, Line, Prose, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSeverity:
    """How bad a rule's findings are in this bank."""

    SHORTHAND: ClassVar[str] = "severity"

    rule: Annotated[Word, "the rule's code"]
    severity: Annotated[Severity, "how bad its findings are"]
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BankHead:
    """The file `bank.yaml`: what the bank says of itself."""

    id: Annotated[Id, "a short name, for files and tags"]
    title: Annotated[Line, "its title"]
    uid: Annotated[Word, "random, written once; Anki identity grows from it, so it never changes"]
    version: Annotated[Word, "the release being made; printed on decks and papers"]
    language: Annotated[Word, "the language of the texts, as in `en` or `pt-BR`"] = Word("en")
    licence: Annotated[Line | None, "the licence of the bank"] = None
    attribution: Annotated[Prose, "whose facts these are"] = Prose("")
    severity: Annotated[tuple[RuleSeverity, ...], Keyed("rule"), "severities that differ from the rules' own"] = ()
    origin: Origin = field(default=NOWHERE, compare=False, repr=False)

    @property
    def is_english(self) -> bool:
        """Whether the texts of the bank are in English."""
        return self.language.casefold().partition("-")[0] == "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """Everything authored; `is_whole` is false when a module or exam could not be read at all."""

    head: BankHead
    modules: tuple[Module, ...] = ()
    exams: tuple[Exam, ...] = ()
    is_whole: bool = True

    def module(self, name: str) -> Module | None:
        """Return the module of this id."""
        return next((module for module in self.modules if module.id == name), None)
