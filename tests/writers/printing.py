"""Small banks, and what the writers of pages make of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from deckgen.assemble.draw import draw
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank, BankHead
from deckgen.model.edition import Artifact, Edition
from deckgen.model.exam import BlueprintRow, Exam
from deckgen.model.fact import Fact, FactKind
from deckgen.model.item import Choice, Item, Open, Option
from deckgen.model.lock import Lock
from deckgen.model.module import Exercise, Figure, Module, ModuleHead, Objective, Source, Step
from deckgen.model.schema import Address, Count, FormCount, Id, Line, Percent, Prose, Reference, Verbatim, Word
from deckgen.model.table import Ask, Cell, Column, Row, Table
from deckgen.sources.templates import read_templates
from deckgen.writers import writer

NO_TEMPLATES = Path("no/bank")


def small_bank(text: str = "plain", *, language: str = "en", address: str = "https://example.org/a?b=1&c=2") -> Bank:
    """Return a bank with one of everything; the text stands wherever authors write."""
    return Bank(
        head=BankHead(
            id=Id("small"),
            title=Line(f"Small bank {text}".replace("\n", " ")),
            uid=Word("u" * 26),
            version=Word("2026.11"),
            language=Word(language),
            licence=Line("CC-BY-SA-4.0"),
            attribution=Prose(f"By us. {text}"),
        ),
        modules=(_module(text, Address(address)),),
        exams=(_exam(text),),
    )


def _module(text: str, address: Address) -> Module:
    line = text.replace("\n", " ")
    return Module(
        head=ModuleHead(
            id=Id("m"),
            title=Line(f"Pods {line}"),
            number=Line("3.8"),
            level=Line("medium"),
            minutes=Count(30),
            prerequisites=(Line("3.1"),),
            next=Line("3.9"),
            source=Source(url=address, revision=Line("r1"), licence=Line("MIT")),
            objectives=(Objective(id=Id("o"), text=Prose(f"Tell Pods apart {text}")),),
        ),
        items=items(text),
        tables=(_table(text, address),),
        facts=(
            Fact(id=Id("f"), text=Prose(f"A Pod is {{{{c1::small}}}}. {text}"), as_of=date(2026, 1, 2), source=address),
            Fact(id=Id("aside"), kind=FactKind.ASIDE, text=Prose(f"It is {{{{c1::old}}}}. {text}")),
        ),
        figures=(
            Figure(
                id=Id("fig"), title=Line(f"Boxes {line}"), alt=Prose(f"Two boxes {text}"), text=Verbatim(f"┌─┐ {text}")
            ),
        ),
        exercise=Exercise(
            id=Id("x"),
            title=Line(f"Try it {line}"),
            steps=(Step(do=Prose(f"Do it. {text}"), run=Verbatim(f"run {text}"), shows=Verbatim(f"shown {text}")),),
            success=(Prose(f"It runs. {text}"),),
        ),
    )


def items(text: str = "plain") -> tuple[Item, ...]:
    """Return a single-choice, a multiple-choice and an open question."""
    one, two = (
        tuple(
            Option(text=Prose(f"{name}{number} {text}"), correct=number in right, why=Prose(f"why{number} {text}"))
            for number in range(4)
        )
        for name, right in (("one", {2}), ("two", {0, 3}))
    )
    reasons, facts = Prose(f"Because. {text}"), (Reference("f"), Reference("t.r.b"))
    return (
        Choice(
            id=Id("the-answer-is-one2"),
            stem=Prose(f"Which one? {text}"),
            options=one,
            rationale=reasons,
            facts=facts,
        ),
        Choice(
            id=Id("several"),
            title=Line("Two of them"),
            stem=Prose(f"Which two? {text}"),
            options=two,
            points=Count(2),
        ),
        Open(id=Id("open"), stem=Prose(f"Say why. {text}"), model=Prose(f"So it is. {text}")),
    )


def _table(text: str, address: Address) -> Table:
    return Table(
        id=Id("t"),
        title=Line(f"Terms {text}".replace("\n", " ")),
        columns=(Column(id=Id("a"), title=Line("Term")), Column(id=Id("b"), title=Line("Meaning"))),
        ask=(Ask(given=Id("a"), ask=Id("b"), items=True),),
        rows=tuple(
            Row(
                id=Id(name),
                cells=(
                    Cell(column=Id("a"), value=Prose(f"term {name}")),
                    Cell(column=Id("b"), value=Prose(f"means {name} {text}"), as_of=date(2026, 3, 4), source=address),
                ),
            )
            for name in ("r", "s", "u")
        ),
    )


def _exam(text: str) -> Exam:
    rows = tuple(BlueprintRow(count=Count(1), items=(Reference(f"m/{item.id}"),)) for item in items())
    return Exam(
        id=Id("mock"),
        title=Line(f"Mock {text}".replace("\n", " ")),
        minutes=Count(30),
        pass_=Percent(75),
        forms=FormCount(2),
        blueprint=(*rows, BlueprintRow(count=Count(1), generated=True)),
    )


def edition(bank: Bank, own: Mapping[str, bytes] | None = None) -> Edition:
    """Return the bank's edition, with templates of its own."""
    papers = tuple(paper for exam in bank.exams if (paper := draw(bank, exam)[0]) is not None)
    assert len(papers) == len(bank.exams)
    templates = {**read_templates(NO_TEMPLATES)[0], **(own or {})}
    return Edition(bank, papers, templates, Lock(), 0, "0" * 64, "0.0.0")


def written(edition: Edition, *formats: str) -> dict[str, str]:
    """Return every page and file by its path; an error fails."""
    files = [one for name in formats or ("print-html", "exam-html") for one in writer(name).write(edition)]
    assert not [one for one in files if isinstance(one, Diagnostic) and one.severity is Severity.ERROR]
    return {str(one.path): one.data.decode() for one in files if isinstance(one, Artifact)}


def pages(bank: Bank) -> dict[str, str]:
    """Return every HTML page that is made of a bank."""
    return {path: text for path, text in written(edition(bank)).items() if path.endswith(".html")}


def with_items(bank: Bank, *changed: Item) -> Bank:
    """Return the bank with other items."""
    return replace(bank, modules=(replace(bank.modules[0], items=changed),))
