"""The study guide on paper, from both engines, and on screens."""

import re
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from deckgen.model.bank import Bank
from deckgen.model.module import Figure, Objective
from deckgen.model.schema import Id, Line, Prose, Verbatim
from tests.writers.guides import WORDS, bare, exercise, facts, guide, hard_modules, of_module, table
from tests.writers.paged import in_chromium, in_weasyprint, lines_of_sheets, right_edge
from tests.writers.test_study_guide import headings, shipped, tree

LONG = of_module(
    replace(
        bare(
            facts=facts(30),
            tables=(
                table(3, 9, name="u"),
                table(2, 9, "few", name="v"),
                table(2, 9, "few", name="w"),
                table(2, 9, "few", name="x"),
                table(3, 40, f"{WORDS}. " * 4, name="z"),
            ),
            figures=(
                Figure(id=Id("f"), title=Line("Wide"), alt=Prose("A line"), text=Verbatim("─" * 140 + " END\n│\n│")),
            ),
            exercise=exercise(9),
        )
    )
)
SHIPPED = shipped()


def many_headings() -> Bank:
    """Return a guide whose headings come at all heights of a page: each stands over a fact of another length."""
    aims = tuple(Objective(id=Id(f"o{number}"), text=Prose(f"Aim {number}")) for number in range(60))
    texts = [one for number, aim in enumerate(aims) for one in facts(1, aim.id, f"{WORDS}. " * (1 + number % 7))]
    module = bare(facts=tuple(texts))
    return of_module(replace(module, head=replace(module.head, objectives=aims)))


HEADED = many_headings()
Papers = dict[str, tuple[bytes, list[list[str]]]]


@pytest.fixture(scope="module", params=["chromium", "weasyprint"])
def papers(request: pytest.FixtureRequest, chromium: Browser) -> Papers:
    """Return three guides as PDF, with the lines of their pages."""
    done = {}
    for name, bank in (("long", LONG), ("shipped", SHIPPED), ("headed", HEADED)):
        html = guide(bank)
        data = in_chromium(chromium)(html) if request.param == "chromium" else in_weasyprint(html)
        done[name] = (data, lines_of_sheets(data))
    return done


def test_a_long_table_repeats_its_heads_and_no_row_is_split(papers: Papers) -> None:
    _, pages = papers["long"]
    texts = ["\n".join(page) for page in pages]

    started, ended = ([_found(rf"\b{mark}(\d+c1)", text) for text in texts] for mark in ("r", "end"))

    assert started == ended
    assert len([rows for rows in started if rows]) >= 4
    for text in texts:
        if "r1" in text:
            assert re.search(r"Head0\s+Head1", text), text


def test_a_table_that_fits_a_page_stands_on_one(papers: Papers) -> None:
    _, pages = papers["long"]
    texts = ["\n".join(page) for page in pages]

    for name in "uvwx":
        (text,) = (text for text in texts[1:] if f"Table {name} of" in text)
        after = text.partition(f"Table {name} of")[2].partition("Table ")[0]
        assert _found(r"\b(r\dc0)", after) == {f"r{row}c0" for row in range(9)}, name


@pytest.mark.parametrize(("name", "bank"), [("long", LONG), ("shipped", SHIPPED), ("headed", HEADED)])
def test_no_heading_ends_a_page(papers: Papers, name: str, bank: Bank) -> None:
    _, pages = papers[name]
    titles = {text for _, text in headings(tree(bank))}

    for page in pages[_first_of_facts(pages) : -1]:
        assert page[-1] not in titles
        assert not page[-1].startswith(("Table ", "Head", "You should see", "Type"))


def test_no_page_of_the_shipped_guide_is_nearly_empty(papers: Papers) -> None:
    _, pages = papers["shipped"]

    assert min(len(page) for page in pages) >= 12


def test_a_diagram_shrinks_until_its_widest_line_fits(papers: Papers) -> None:
    data, _ = papers["long"]

    assert 0.7 < right_edge(data, "END") <= 1 - 18 / 210 + 0.002


def test_a_lab_sheet_begins_on_a_page_of_its_own_and_no_step_is_split(papers: Papers) -> None:
    _, pages = papers["long"]
    texts = ["\n".join(page) for page in pages]

    (first,) = (page for page in pages[1:] if "Exercise: Many steps" in page)

    assert first[0] == "Exercise: Many steps"
    assert [_found(r"Do(\d)", text) for text in texts] == [_found(r"Shown(\d)", text) for text in texts]


def test_the_tool_table_is_a_page(papers: Papers) -> None:
    _, pages = papers["shipped"]

    (page,) = (page for page in pages if page[0] == "Table 3")

    assert page[1] == "What the tools are for"
    assert page[-1].startswith(("2025-05-07", "4.", "7."))


def test_contents_give_the_page_where_the_engine_knows_it_and_else_nothing(papers: Papers) -> None:
    data, pages = papers["shipped"]
    entries = dict(
        re.findall(r"(Diagrams|What the tools are for|Exercise: \D+?that is not there)(.*)", "\n".join(pages[0]))
    )

    assert len(entries) == 3
    for title, rest in entries.items():
        place = next(number for number, page in enumerate(pages[1:], start=2) if title in page)
        assert rest.strip(" .") == ("" if b"Skia" in data else str(place)), title


def test_long_contents_begin_below_the_title() -> None:
    first, *_ = lines_of_sheets(in_weasyprint(guide(hard_modules()["many tables"])))

    assert "Contents" in first
    assert len(first) > 30


def test_lists_hold_only_points_for_who_has_a_pdf_read_aloud() -> None:
    with pikepdf.open(BytesIO(in_weasyprint(guide(SHIPPED), "pdf/ua-1"))) as pdf:
        elements = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/StructElem"
        ]
        lists = [one for one in elements if one.S == "/L"]
        points = [str(child.S) for one in lists for child in one.K]

        assert len(lists) > 20
        assert set(points) <= {"/LI", "/L"}


@pytest.mark.parametrize("name", ["shipped", "rtl", "thirty columns", "long words"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nobody_is_kept_from_reading_a_guide_and_none_is_wider_than_a_phone(
    chromium: Browser, scheme: str, name: str
) -> None:
    html = guide(SHIPPED if name == "shipped" else hard_modules()[name])
    with chromium.new_context(viewport={"width": 360, "height": 640}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.set_content(html)

        found = Axe().run(page).response["violations"]

        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_what_is_drawn_before_a_command_is_not_copied(chromium: Browser) -> None:
    with chromium.new_page() as page:
        page.set_content(guide(SHIPPED))

        copied = page.evaluate(
            "() => { getSelection().selectAllChildren(document.querySelector('.prompt')); return '' + getSelection() }"
        )

    assert copied.strip() == "CUDA_IMAGE=nvidia/cuda:13.0.3-base-ubuntu24.04"


def _found(pattern: str, text: str) -> set[str]:
    return set(re.findall(pattern, text))


def _first_of_facts(pages: list[list[str]]) -> int:
    """Return the first page behind the list of objectives, whose words the headings have as well."""
    return next((number for number, page in enumerate(pages) if any("Fact 0" in line for line in page)), 0)
