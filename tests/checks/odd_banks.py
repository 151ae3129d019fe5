"""Banks of what nobody expects: empty and endless texts, strange letters, broken marks, names that lead nowhere."""

from datetime import date
from typing import Final, TypeVar

from hypothesis import strategies as st

from deckgen.diagnostics import Severity
from deckgen.model.bank import Bank, BankHead, RuleSeverity
from deckgen.model.exam import BlueprintRow, Exam, Kind
from deckgen.model.fact import Fact
from deckgen.model.item import Choice, Ignore, Item, Open, Option, Place, Review
from deckgen.model.module import Module, ModuleHead, Objective
from deckgen.model.origin import Origin
from deckgen.model.schema import Address, Count, Id, Line, Prose, Reference, Word
from deckgen.model.table import Ask, Cell, Column, Row, Table

T = TypeVar("T")

NUMBERS: Final = "0 | 1.0 | 1,000 | ½ | 50 % | 1/0 | 1e999 | ٣ | 10–20 | 20-10 | < 5 | 0x1F | v1.10 | 1 GiB | 1024 MiB"
PHRASES: Final = (
    "option B | the second | both A and C | C is correct. | Correct. | All of the above | never | always an | a | A | b"
    " | - | 2026-02-30 | Which of these is not? | kubectl get pods -n a | <b> | &amp;"
)
MARKS: Final = "{{c1:: | {{c1::x::}} | }} | ` | ``` | ```\ncode | * | ** | [ | ]( | ![]( | \\ | \n"
LETTERS: Final = "שלום עולם | مرحبا؟ | \u202eabc | \ud800 | a\udfffb | é | e\u0301 | İ | ﬁ | 漢字\uff1f | \x00 | \u200b"
ODD: Final = st.sampled_from(
    ["", " ", "(" * 50, "a " * 300, *" | ".join([NUMBERS, PHRASES, MARKS, LETTERS]).split(" | ")]
)
TEXT: Final = st.one_of(ODD, st.text(max_size=40), st.lists(ODD, max_size=4).map(" ".join))
NAMES: Final = st.sampled_from(["one", "two", "three", "t.r.c", "n/one", "m/t.r.d", "", "x" * 90])
DAYS: Final = st.dates(date(1, 1, 1), date(9999, 12, 31))
MAYBE_DAY: Final = st.none() | DAYS


def few(of: st.SearchStrategy[T], most: int = 3) -> st.SearchStrategy[tuple[T, ...]]:
    """Return tuples of a few."""
    return st.lists(of, max_size=most).map(tuple)


OPTION: Final = st.builds(
    Option, text=TEXT.map(Prose), correct=st.booleans(), why=TEXT.map(Prose), place=st.none() | st.sampled_from(Place)
)
OPTIONS: Final = few(OPTION, 6) | OPTION.map(lambda option: (option,) * 200)
COMMON: Final = {
    "id": NAMES.map(Id),
    "stem": TEXT.map(Prose),
    "rationale": TEXT.map(Prose),
    "was": few(NAMES.map(Id)),
    "objective": st.none() | NAMES.map(Id),
    "facts": few(NAMES.map(Reference)),
    "enemies": few(NAMES.map(Reference)),
    "reviewed": st.none() | st.builds(Review, by=TEXT.map(Line), on=DAYS),
    "ignore": few(st.builds(Ignore, rule=TEXT.map(Word), reason=TEXT.map(Prose), until=MAYBE_DAY)),
    "origin": st.integers(1, 9).map(lambda line: Origin("b/m/items.yaml", (line, 5))),
}
CHOICE: Final[st.SearchStrategy[Item]] = st.builds(
    Choice, options=OPTIONS, answer=few(TEXT.map(Prose)), shuffle=st.booleans(), **COMMON
)
OPEN: Final[st.SearchStrategy[Item]] = st.builds(Open, model=TEXT.map(Prose), **COMMON)
AGING: Final = {"as_of": MAYBE_DAY, "review_by": MAYBE_DAY, "source": st.none() | TEXT.map(Address)}
FACT: Final = st.builds(Fact, id=NAMES.map(Id), text=TEXT.map(Prose), **AGING)

COLUMN: Final = st.sampled_from("cde").map(Id)
CELL: Final = st.builds(Cell, column=COLUMN, value=TEXT.map(Prose), **AGING)
ROW: Final = st.builds(Row, id=st.sampled_from("rs").map(Id), cells=few(CELL))
TABLE: Final = st.builds(
    Table,
    id=st.sampled_from("tu").map(Id),
    title=TEXT.map(Line),
    columns=st.just(tuple(Column(id=Id(name), title=Line(name)) for name in "cd")),
    rows=few(ROW),
    ask=few(st.builds(Ask, given=COLUMN, ask=COLUMN, items=st.booleans())),
)
HEAD: Final = st.builds(
    ModuleHead,
    id=st.sampled_from("mn").map(Id),
    title=TEXT.map(Line),
    objectives=few(st.builds(Objective, id=NAMES.map(Id), text=TEXT.map(Prose))),
)
MODULE: Final = st.builds(Module, head=HEAD, items=few(CHOICE | OPEN, 5), tables=few(TABLE, 2), facts=few(FACT))
BLUEPRINT: Final = st.builds(
    BlueprintRow,
    count=st.integers(1, 5).map(Count),
    kind=st.none() | st.sampled_from(Kind),
    module=st.none() | NAMES.map(Id),
)
EXAM: Final = st.builds(Exam, id=NAMES.map(Id), title=TEXT.map(Line), blueprint=few(BLUEPRINT))
SEVERITY: Final = st.builds(RuleSeverity, rule=TEXT.map(Word), severity=st.sampled_from(Severity))
BANK_HEAD: Final = st.builds(
    BankHead,
    id=st.just(Id("b")),
    title=TEXT.map(Line),
    uid=st.just(Word("u")),
    version=st.just(Word("1")),
    language=st.sampled_from(["en", "en-GB", "de", "", "x" * 50]).map(Word),
    severity=few(SEVERITY),
)
BANKS: Final = st.builds(Bank, head=BANK_HEAD, modules=few(MODULE, 2), exams=few(EXAM, 1))
