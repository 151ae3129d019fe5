"""The pages of a module: what they hold, and that nothing authored becomes more than text."""

import re
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic
from deckgen.model.bank import Bank
from deckgen.model.fact import Fact
from deckgen.model.item import Choice, Open, Retired
from deckgen.model.schema import Id, Line, Prose, Verbatim, Word
from deckgen.model.table import Cell
from deckgen.writers import print_html
from deckgen.writers._print.notes import Notes
from tests.writers.printing import edition, pages, small_bank, with_items, written

GOLDENS = Path(__file__).parent.parent / "goldens"
HOSTILE = (
    "</script></style></pre>",
    "<script>alert(1)</script>",
    "]]>",
    "{{c1::x}}",
    "{{ head.uid }}",
    "{% raw %}",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    '" onmouseover="alert(1)',
    "' style='x",
    "\u202etfel\u202c",
    "👩🏽‍🚀",
    "\\22 ; } body { display: none",
    "x" * 10_000,
)


class Shape(HTMLParser):
    """Counts tags with their attributes' names, and gathers the text outside of styles and the addresses."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[tuple[str, ...]] = Counter()
        self.text = ""
        self.is_style = False
        self.attributes: list[str] = []
        self.addresses: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_style = tag == "style"
        self.tags[(tag, *sorted(name for name, _ in attrs))] += 1
        self.attributes += [value or "" for _, value in attrs]
        self.addresses += [(tag, value or "") for name, value in attrs if name in ("href", "src", "action", "data")]

    def handle_data(self, data: str) -> None:
        self.text += "" if self.is_style else data


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20].encode("unicode_escape").decode())
def test_whatever_authors_write_comes_through_as_text(text: str) -> None:
    innocuous = pages(small_bank("plain"))

    for path, page in pages(small_bank(text)).items():
        before, after = Shape(innocuous[path]), Shape(page)
        del before.tags["i",], after.tags["i",]  # the lines to write on grow with the model answer
        if "{{c1" in text:  # a deletion in a fact is one
            del before.tags["b", "class"], after.tags["b", "class"]
            assert text in after.text, path
        else:
            cut = 2 if path.endswith("answer-sheet.html") and len(text) > 56 else 0  # a drawing has one line for it
            assert before.text.count("plain") == after.text.count(text) + cut > cut, path
        assert before.tags == after.tags, path


@pytest.mark.parametrize("text", ["</style><script>alert(1)</script>", 'a"; } * { display: none', "a\\", "日<é\u2028"])
def test_no_title_breaks_out_of_the_running_foot(text: str) -> None:
    bank = small_bank()
    bank = replace(bank, modules=(replace(bank.modules[0], head=replace(bank.modules[0].head, title=Line(text))),))

    style = re.search(r"<style>(.*?)</style>", pages(bank)["print/m/study-guide.html"], re.DOTALL)

    assert style is not None
    foot = re.search(r'@bottom-left \{ content: "((?:[^"\\<]|\\[0-9a-f]+ )*)"; }', style[1])
    assert foot is not None, style[1][-400:]
    assert re.sub(r"\\([0-9a-f]+) ", lambda found: chr(int(found[1], 16)), foot[1]) == f"{text} · 2026.11"


@pytest.mark.parametrize("path", sorted(pages(small_bank())))
def test_no_page_runs_or_fetches_anything(path: str) -> None:
    shape = Shape(pages(small_bank())[path])

    assert {tag for tag, *_ in shape.tags}.isdisjoint({"script", "iframe", "link", "object", "base", "form"})
    assert {tag for tag, address in shape.addresses if not address.startswith("data:image/")} <= {"a"}
    assert not re.search(r"url\((?!\"data:font/)|@import", pages(small_bank())[path])
    assert "default-src 'none'" in " ".join(shape.attributes)


@pytest.mark.parametrize("path", sorted(pages(small_bank())))
def test_the_structure_of_a_page_stays(path: str, rewriting: bool) -> None:
    golden = GOLDENS / path.replace("/", ".")
    page = re.sub(r"<style>.*</style>", "<style>…</style>", pages(small_bank())[path], flags=re.DOTALL)
    if rewriting:
        golden.write_text(page, encoding="utf-8")

    assert golden.read_text(encoding="utf-8") == page


@pytest.mark.parametrize(
    ("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("az", "ltr")]
)
def test_a_page_says_its_language_and_direction(language: str, direction: str) -> None:
    for page in pages(small_bank(language=language)).values():
        assert f'<html lang="{language}" dir="{direction}">' in page


def test_the_key_names_letters_in_the_order_of_the_exam() -> None:
    made = pages(small_bank())
    exam = re.findall(r'mark">(\w)</span><div class="text">(one\d)', made["print/m/practice-exam.html"])
    key = re.findall(r'class="right"><span class="mark">(\w)<.*?said">(\w+)', made["print/m/practice-exam.key.html"])

    assert len(exam) == 4
    assert key[0] in exam
    assert key[0][1] == "one2"
    assert {text for _, text in key[1:]} == {"two0", "two3"}


def test_a_practice_exam_asks_for_as_many_answers_as_are_right() -> None:
    page = pages(small_bank())["print/m/practice-exam.html"]

    assert page.count("Choose 2.") == 1
    assert page.count('class="options columns-4 several"') + page.count('class="options columns-2 several"') == 1


def test_nothing_is_made_of_nothing() -> None:
    bank = replace(small_bank(), exams=())
    (module,) = bank.modules
    bare = replace(module, tables=(), facts=(), figures=(), exercise=None)

    assert list(pages(with_items(bank))) == ["print/m/study-guide.html"]
    assert list(pages(replace(bank, modules=(bare,)))) == [
        "print/m/practice-exam.html",
        "print/m/practice-exam.key.html",
    ]
    assert list(pages(replace(bank, modules=(replace(bare, items=()),)))) == []


def test_what_is_retired_is_not_printed() -> None:
    gone = Retired(since=Word("1"), reason=Prose("Old."))
    bank = replace(small_bank(), exams=())
    first, *rest = bank.modules[0].items

    one_gone = pages(with_items(bank, replace(first, retired=gone), *rest))
    all_gone = pages(with_items(bank, *(replace(item, retired=gone) for item in (first, *rest))))

    assert "Which one?" not in one_gone["print/m/practice-exam.html"] + one_gone["print/m/practice-exam.key.html"]
    assert "Which two?" in one_gone["print/m/practice-exam.html"]
    assert list(all_gone) == ["print/m/study-guide.html"]


def test_notes_that_say_the_same_share_a_number() -> None:
    first, second = Cell(column=Id("a"), value=Prose("x")), Fact(id=Id("f"), text=Prose("y"))
    dated = [replace(one, source="https://example.org") for one in (first, second)]  # type: ignore[arg-type]

    notes = Notes.of([first, *dated])

    assert (len(notes), notes.number(first), notes.number(dated[0]), notes.number(dated[1])) == (1, None, 1, 1)


def test_a_banks_own_template_can_extend_the_original_and_fill_a_block() -> None:
    own = b'{% extends "deckgen/print/study-guide.html.j2" %}{% block colophon %}<p>House rules</p>{% endblock %}'

    page = written(edition(small_bank(), {"print/study-guide.html.j2": own}), "print-html")["print/m/study-guide.html"]

    assert "<p>House rules</p>" in page
    assert "CC-BY-SA-4.0" not in page
    assert "In short" in page


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        (b"\n{{ nothing }}", 2, "nothing"),
        (b"\n\n{% if %}", 3, "Expected an expression"),
        (b"{{ module.nothing }}", 1, "nothing"),
        (b"\n{{ module.id + 1 }}", 2, "str"),
        (b"\n{% include 'missing' %}", 2, "missing"),
        (b"\n{{ css('missing') }}", 2, "missing"),
        (b"{{ module.__class__.__mro__ }}", 1, "unsafe"),
        (b"\xff", 1, "UTF-8"),
    ],
)
def test_a_fault_in_a_banks_own_template_is_a_finding_at_its_line(text: bytes, line: int, why: str) -> None:
    found, *_ = print_html.write(edition(small_bank(), {"print/study-guide.html.j2": text}))

    assert isinstance(found, Diagnostic)
    assert (found.span.file, found.span.line) == ("templates/print/study-guide.html.j2", line)
    assert why in found.message


def test_an_open_question_has_room_to_write() -> None:
    bank = replace(small_bank(), exams=())
    bank = with_items(bank, Open(id=Id("o"), stem=Prose("Why?"), model=Prose("So.")))

    page = pages(bank)["print/m/practice-exam.html"]

    assert page.count("<i></i>") == 4
    assert "So." not in page


def long_bank() -> Bank:
    """Return a bank with an option and a diagram that no line holds."""
    bank = small_bank()
    item = bank.modules[0].items[0]
    assert isinstance(item, Choice)
    long = replace(item, options=(replace(item.options[0], text=Prose("y" * 10_000)), *item.options[1:]))
    bank = with_items(bank, long, *bank.modules[0].items[1:])
    (module,) = bank.modules
    wide = replace(module.figures[0], text=Verbatim("─" * 150))
    return replace(bank, modules=(replace(module, figures=(wide,)),))
