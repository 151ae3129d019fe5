"""The study guide as a document: what it holds, what leads where, and what is left out of it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from deckgen.model.bank import Bank
from deckgen.model.fact import Fact, FactKind
from deckgen.model.item import Retired
from deckgen.model.module import Figure, Objective
from deckgen.model.schema import Address, Id, Line, Prose, Verbatim, Word
from deckgen.sources.bank_yaml import read_bank
from deckgen.writers._print.chart import Chart
from tests.writers.guides import WORDS, bare, exercise, facts, guide, hard_modules, of_module, table
from tests.writers.printing import small_bank

ROOT = Path(__file__).parents[2]


def shipped() -> Bank:
    """Return the bank that stands in the repository."""
    bank = read_bank(ROOT / "questions").bank
    assert bank is not None
    return replace(bank, modules=(replace(bank.modules[0], head=replace(bank.modules[0].head, id=Id("m"))),), exams=())


BANKS = {"small": small_bank(), "shipped": shipped(), **hard_modules()}


def tree(bank: Bank) -> Element:
    """Return a guide as a browser reads it; markup that is wrong fails."""
    parsed: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(guide(bank))
    return parsed


def words(element: Element) -> str:
    """Return the text of an element, on one line."""
    return " ".join("".join(element.itertext()).split())


def headings(root: Element) -> Iterator[tuple[int, str]]:
    """Yield level and text of each heading, in order."""
    for element in root.iter():
        if re.fullmatch("h[1-6]", str(element.tag)):
            yield int(str(element.tag)[1]), words(element)


@pytest.mark.parametrize("name", BANKS)
def test_every_link_within_a_guide_leads_to_one_place(name: str) -> None:
    root = tree(BANKS[name])

    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    targets = {element.attrib["href"][1:] for element in root.iter("a") if element.attrib["href"].startswith("#")}

    assert len(set(ids)) == len(ids)
    assert targets <= set(ids)


@pytest.mark.parametrize("name", BANKS)
def test_headings_begin_with_one_and_leave_no_level_out(name: str) -> None:
    levels = [level for level, _ in headings(tree(BANKS[name]))]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", BANKS)
def test_nothing_stands_empty(name: str) -> None:
    for element in tree(BANKS[name]).iter():
        if element.attrib.get("class") == "front" or element.tag in (
            "section",
            "ul",
            "ol",
            "nav",
            "h1",
            "h2",
            "h3",
            "li",
            "figure",
            "table",
            "caption",
        ):
            assert words(element), (element.tag, element.attrib)


def test_the_contents_name_every_section_table_and_figure() -> None:
    root = tree(shipped())
    nav = root.find(".//nav")
    assert nav is not None

    listed = [words(link) for link in nav.iter("a")]

    sections = [text for level, text in headings(root) if level == 2]
    named = [words(name) for part in ("caption", "figcaption") for name in root.findall(f".//{part}/*[@class='name']")]
    assert sections[0:2] == ["Afterwards you can", "Contents"]
    assert sorted(listed) == sorted(sections[2:] + named)


def test_a_guide_of_one_thing_needs_no_contents() -> None:
    assert tree(of_module(bare(facts=facts(3)))).find(".//nav") is None
    assert tree(of_module(bare(exercise=exercise(1)))).find(".//nav") is None


def test_facts_stand_below_the_objective_that_they_serve_and_others_last() -> None:
    one, two = (Objective(id=Id(name), text=Prose(f"Do {name}")) for name in ("one", "two"))
    module = bare(facts=(*facts(1), *facts(1, "gone"), *facts(1, "two"), *facts(2, "one")))
    root = tree(of_module(replace(module, head=replace(module.head, objectives=(one, two)))))

    groups = root.findall(".//div[@class='group']")

    assert [words(heading) for heading in root.iter("h3")] == ["1 Do one", "2 Do two", "Besides"]
    assert [len(group.findall("ul/li")) for group in groups] == [2, 1, 2]


def test_what_is_worth_knowing_stands_apart_from_what_is_in_short() -> None:
    summary, aside = facts(2)
    root = tree(of_module(bare(facts=(summary, replace(aside, kind=FactKind.ASIDE)))))

    for place, text in (("summary", "Fact 0"), ("aside", "Fact 1")):
        section = root.find(f".//section[@id='{place}']")
        assert section is not None
        assert re.findall(r"Fact \d", words(section)) == [text]


@pytest.mark.parametrize("name", BANKS)
def test_the_number_of_a_note_leads_to_the_note_of_that_number(name: str) -> None:
    root = tree(BANKS[name])
    places = {
        note.attrib["id"]: number for notes in root.findall(".//ol") for number, note in _numbered(notes, "note-")
    }

    links = root.findall(".//sup[@class='note']/a")

    for link in links:
        assert str(places[link.attrib["href"][1:]]) == words(link)
    assert {link.attrib["href"][1:] for link in links} == set(places)


def _numbered(notes: Element, prefix: str) -> Iterator[tuple[int, Element]]:
    return ((n, one) for n, one in enumerate(notes, start=1) if one.attrib.get("id", "").startswith(prefix))


def test_notes_begin_anew_with_every_table_and_equal_ones_are_one() -> None:
    root = tree(of_module(bare(tables=(table(2, 6), table(2, 2, name="u")))))

    assert [len(notes) for notes in root.findall(".//ol[@aria-label='Dates and sources']")] == [3, 2]


def test_tables_and_figures_are_numbered_where_they_are_named() -> None:
    figures = tuple(Figure(id=Id(one), title=Line(one), alt=Prose("Lines"), text=Verbatim("──")) for one in "ab")
    root = tree(of_module(bare(tables=(table(2, 2), table(2, 2, name="u")), figures=figures)))

    labels = [words(label) for label in root.findall(".//*[@class='label']")]

    assert labels == ["Table 1", "Table 2", "Figure 1", "Figure 2"]
    assert [figure.attrib["aria-label"] for figure in root.findall(".//*[@role='img']")] == ["Lines", "Lines"]


def test_a_table_has_a_head_for_each_column_and_row() -> None:
    (found,) = tree(of_module(bare(tables=(table(3, 2),)))).iter("table")

    assert [head.attrib["scope"] for head in found.iter("th")] == ["col"] * 3 + ["row"] * 2
    assert [len(row) for row in found.iter("tr")] == [3, 3, 3]
    assert sum(float(column.attrib["style"][7:-1]) for column in found.iter("col")) == pytest.approx(100)


def test_a_table_that_is_too_wide_stands_in_bands_that_all_name_the_rows() -> None:
    root = tree(of_module(bare(tables=(table(30, 4, "text"),))))

    bands = [[[words(cell) for cell in row] for row in band.iter("tr")] for band in root.iter("table")]

    assert len(bands) > 1
    for band in bands:
        assert [row[0].split()[0] for row in band] == ["Head0", "r0c0", "r1c0", "r2c0", "r3c0"]
    assert [head for band in bands for head in band[0][1:]] == [f"Head{number}" for number in range(1, 30)]


@pytest.mark.parametrize(
    ("columns", "rows", "text", "kind"),
    [(2, 3, "few", "whole"), (3, 9, WORDS, "wall"), (3, 60, WORDS, "long"), (30, 9, "text", "long")],
)
def test_a_table_gets_a_page_when_it_fills_it(columns: int, rows: int, text: str, kind: str) -> None:
    assert kind == Chart.of(table(columns, rows, text)).kind


def test_the_tool_table_is_for_the_wall() -> None:
    expected = {"concepts": "whole", "training-inference": "whole", "tools": "wall", "mistakes": "wall"}

    kinds = {table.id: Chart.of(table).kind for table in shipped().modules[0].tables}

    assert expected == kinds


def test_who_copies_a_command_gets_no_prompt() -> None:
    root = tree(shipped())

    for block in root.findall(".//pre"):
        assert not words(block).startswith("$ ")
    prompted = [words(block).split()[0] for block in root.findall(".//pre[@class='run prompt']")]
    assert prompted == ["CUDA_IMAGE=nvidia/cuda:13.0.3-base-ubuntu24.04", "cat", *["kubectl"] * 4]


def test_a_file_to_write_gets_no_prompt() -> None:
    one = exercise(1)
    step = replace(one.steps[0], run=Verbatim("kind: Pod\nmetadata: {}\n"))

    assert 'class="run"' in guide(of_module(bare(exercise=replace(one, steps=(step,)))))


def test_sections_of_which_all_is_retired_leave_nothing() -> None:
    gone = Retired(since=Word("1"), reason=Prose("Old."))
    old = table(2, 2)
    module = bare(
        facts=tuple(replace(fact, retired=gone) for fact in facts(2)),
        tables=(replace(old, rows=tuple(replace(row, retired=gone) for row in old.rows)),),
        exercise=exercise(1),
    )

    assert [text for level, text in headings(tree(of_module(module))) if level == 2] == ["Exercise: Many steps"]


def test_the_words_that_cards_ask_for_stand_out() -> None:
    fact = Fact(id=Id("f"), text=Prose("A {{c1::Pod}} is small."), source=Address("https://example.org"))

    assert [words(one) for one in tree(of_module(bare(facts=(fact,)))).findall(".//b[@class='cloze']")] == ["Pod"]
