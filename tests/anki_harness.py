"""A learner with the real Anki: imports packages, studies, and looks at every card."""

import html
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import anki.collection  # noqa: F401 (first: these modules import each other in a ring)
from anki.cards import Card
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.notes import Note

from deckgen.diagnostics import Diagnostic
from deckgen.model.bank import Bank, BankHead
from deckgen.model.edition import Artifact, Edition
from deckgen.model.fact import Fact
from deckgen.model.item import Choice, Item, Open, Option
from deckgen.model.lock import Lock, Stamp
from deckgen.model.module import Module, ModuleHead, Source
from deckgen.model.schema import Address, Id, Line, Prose, Word
from deckgen.model.table import Ask, Cell, Column, Row, Table
from deckgen.sources.templates import read_templates
from deckgen.writers.anki_apkg import write

Thing = TypeVar("Thing", Choice, Fact)
TEMPLATES = Path(__file__).parents[1] / "templates"


@dataclass(frozen=True)
class Built:
    """A package, what was found, and the lock after the build."""

    data: bytes
    findings: tuple[Diagnostic, ...]
    lock: Lock


def build(bank: Bank, *, lock: Lock | None = None, now: int = 1_750_000_000) -> Built:
    """Write a bank's deck."""
    templates, _, _ = read_templates(TEMPLATES)
    before = lock or Lock()
    made = list(write(Edition(bank, (), templates, before, now, "", "")))
    stamps = tuple(one for one in made if isinstance(one, Stamp))
    data = b"".join(one.data for one in made if isinstance(one, Artifact))
    findings = tuple(one for one in made if isinstance(one, Diagnostic))
    return Built(data, findings, before.updated(stamps, bank.head.version))


def bank_of(*items: Item, facts: tuple[Fact, ...] = (), tables: tuple[Table, ...] = (), title: str = "T") -> Bank:
    """Return a bank of one module."""
    source = Source(url=Address("https://example.org/m"))
    module_head = ModuleHead(id=Id("m"), title=Line("Module"), number=Line("3.8"), source=source)
    module = Module(head=module_head, items=items, tables=tables, facts=facts)
    head = BankHead(id=Id("b"), title=Line(title), uid=Word("uid"), version=Word("1"))
    return Bank(head=head, modules=(module,))


def choice(name: str, *options: str, key: tuple[int, ...] = (0,), stem: str = "What?", why: str = "") -> Choice:
    """Return an item with options; `key` are the places of the correct ones."""
    texts = options or ("Right", "Wrong", "Worse")
    built = tuple(Option(text=Prose(text), correct=place in key, why=Prose(why)) for place, text in enumerate(texts))
    return Choice(id=Id(name), stem=Prose(stem), options=built, rationale=Prose("Because."))


def open_question(name: str, model: str = "Thus.") -> Open:
    """Return an open question."""
    return Open(id=Id(name), stem=Prose("Why?"), model=Prose(model))


def fact(name: str, text: str) -> Fact:
    """Return a fact."""
    return Fact(id=Id(name), text=Prose(text))


def table(name: str, **rows: tuple[str, str, str]) -> Table:
    """Return a table of three columns that asks for the second by the first."""
    columns = tuple(Column(id=Id(one), title=Line(one.title())) for one in ("tool", "does", "home"))
    made = tuple(Row(id=Id(row), cells=tuple(map(_cell, columns, texts))) for row, texts in rows.items())
    asks = (Ask(given=Id("tool"), ask=Id("does")),)
    return Table(id=Id(name), title=Line("Tools"), columns=columns, rows=made, ask=asks)


def _cell(column: Column, text: str) -> Cell:
    return Cell(column=column.id, value=Prose(text))


def renamed(thing: Thing, name: str) -> Thing:
    """Return a thing under a new id."""
    return replace(thing, id=Id(name), was=(thing.id,))


@dataclass(frozen=True)
class Shown:
    """The two sides of a card as Anki renders them."""

    question: str
    answer: str

    @property
    def text(self) -> str:
        """What a reader sees of the answer."""
        return visible(self.answer)


def visible(side: str) -> str:
    """Return the text of HTML."""
    return html.unescape(re.sub(r"<[^>]*>", "", re.sub(r"<(style|script)>.*?</\1>", "", side, flags=re.DOTALL)))


@dataclass(frozen=True)
class Learner:
    """A learner's collection."""

    collection: Collection
    folder: Path

    def imports(self, data: bytes, options: ImportAnkiPackageOptions | None = None) -> Mapping[str, int]:
        """Import a package, with Anki's default options where none are given; return how many notes met which fate."""
        path = self.folder / "deck.apkg"
        path.write_bytes(data)
        options = options or ImportAnkiPackageOptions()
        log = self.collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log
        fates = {"new": log.new, "updated": log.updated, "duplicate": log.duplicate, "conflicting": log.conflicting}
        return {fate: len(notes) for fate, notes in fates.items() if notes}

    def note(self, key: str) -> Note:
        """Return the note of this key."""
        (found,) = self.collection.find_notes(f'"Key:{key}"')
        return self.collection.get_note(found)

    def cards(self) -> Iterator[Card]:
        """Yield all cards."""
        for card in self.collection.find_cards(""):
            yield self.collection.get_card(card)

    def shown(self) -> list[Shown]:
        """Render all cards."""
        outputs = (card.render_output() for card in self.cards())
        return [Shown(output.question_text, output.answer_text) for output in outputs]

    def answers(self, card: Card) -> tuple[object, ...]:
        """Answer a card `easy` with the real scheduler; return its schedule."""
        card.start_timer()
        self.collection.sched.answerCard(card, 4)
        return self.schedule(card)

    def schedule(self, card: Card) -> tuple[object, ...]:
        """Return where a card stands, and how often it was answered."""
        now = self.collection.get_card(card.id)
        log = self.sql(f"select * from revlog where cid = {card.id}")
        return now.nid, now.type, now.queue, now.due, now.ivl, now.reps, log

    def sql(self, statement: str) -> list[Any]:
        """Ask the database."""
        assert self.collection.db is not None
        return self.collection.db.all(statement)

    def decks(self) -> Counter[str]:
        """Count the cards of each deck."""
        return Counter(self.collection.decks.name(card.did) for card in self.cards())


@contextmanager
def learner() -> Iterator[Learner]:
    """Open a fresh collection, and throw it away."""
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        try:
            yield Learner(collection, Path(folder))
        finally:
            collection.close()


TABLE = table("tools", volcano=("Volcano", "Gangs", "CNCF"), ray=("Ray", "Python", "—"))
TAGS = ("gpu", "volcano", "training", "gang", "queue")
BANK = bank_of(
    replace(choice("one", why="So."), tags=tuple(map(Word, TAGS))),
    choice("two", "A", "B", "C", "D", key=(1, 2)),
    open_question("open"),
    facts=(fact("gang", "Pods start {{c1::together}}, {{c3::`all {{c1::of}} them`::how many}}."),),
    tables=(TABLE,),
)
