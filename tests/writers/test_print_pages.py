"""The pages in a browser and on paper."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from deckgen.model.item import Choice, Option
from deckgen.model.schema import Id, Line, Prose
from tests.writers.paged import in_chromium, words_of_sheets
from tests.writers.printing import edition, items, pages, small_bank, with_items, written
from tests.writers.test_print_html import long_bank


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_is_wider_than_a_phone(chromium: Browser, scheme: str) -> None:
    with chromium.new_context(viewport={"width": 360, "height": 640}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        for path, html in pages(long_bank()).items():
            page.set_content(html)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_on_a_phone_a_key_of_two_letters_stands_on_one_line(chromium: Browser) -> None:
    html = pages(long_bank())["exams/mock/form-A.solutions.html"]
    with chromium.new_page(viewport={"width": 360, "height": 640}) as page:
        page.set_content(html)
        found = page.evaluate("""[...document.querySelectorAll('.letters li')].map(
            li => [li.innerText.trim(), li.firstChild.offsetTop, li.lastChild.offsetTop])""")

    several = [(first, last) for text, first, last in found if "\u00a0" in text]
    assert several
    assert all(abs(first - last) < 10 for first, last in several)


@pytest.mark.parametrize("width", [360, 1200])
def test_the_words_of_an_answer_sheet_stand_in_their_boxes(chromium: Browser, width: int) -> None:
    made = written(replace(edition(small_bank()), large_print=True), "exam-html")
    fits = """() => [...document.querySelectorAll('.sheet')].every(sheet => {
        const at = one => one.getBoundingClientRect()
        const millimetre = at(sheet.querySelector('svg')).width / sheet.querySelector('svg').viewBox.baseVal.width
        const boxes = [...sheet.querySelectorAll('svg rect[fill="none"]')].map(at)
        const labels = [...sheet.querySelectorAll('.word')].filter(one => /^(Name|Date|Stu)/.test(one.innerText))
        const holds = (box, one) => box.left < one.left && one.right < box.right && box.top < one.top
        const size = one => parseFloat(getComputedStyle(one).fontSize) / millimetre
        return labels.length === 3
            && labels.every((one, place) => holds(boxes[place], at(one)))
            && labels.every(one => Math.abs(size(one) - one.style.getPropertyValue('--tall')) < .05)
    })"""

    with chromium.new_page(viewport={"width": width, "height": 640}) as page:
        for twin in ("", ".large"):
            page.set_content(made[f"exams/mock/answer-sheet{twin}.html"])
            assert page.evaluate(fits), twin


@pytest.mark.parametrize("title", ["On Kubernetes and all of its friends " * 5, "問題" * 60])
def test_a_long_title_ends_above_the_box_for_the_name(chromium: Browser, title: str) -> None:
    one = replace(edition(small_bank()), large_print=True)
    papers = tuple(replace(paper, exam=replace(paper.exam, title=Line(title))) for paper in one.papers)
    made = written(replace(one, papers=papers), "exam-html")
    gap = """() => document.querySelector('.sheet svg rect[fill="none"]').getBoundingClientRect().top
        - document.querySelector('.word.strong').getBoundingClientRect().bottom"""

    with chromium.new_page(viewport={"width": 1200, "height": 640}) as page:
        for twin in ("", ".large"):
            page.set_content(made[f"exams/mock/answer-sheet{twin}.html"])
            assert page.evaluate(gap) > 0, twin


def test_a_page_asks_for_nothing_and_the_browser_has_no_complaint(chromium: Browser) -> None:
    asked: list[str] = []
    said: list[str] = []
    with chromium.new_page() as page:
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        for html in pages(small_bank()).values():
            page.set_content(html)

    assert (asked, said) == ([], [])


def test_no_question_is_split_over_two_pages(chromium: Browser) -> None:
    stem = "Some words that fill a line of paper, and then some more of them. " * 6
    last = items()[0]
    assert isinstance(last, Choice)
    many = [
        replace(last, id=Id(f"i{number}"), shuffle=False, stem=Prose(f"START{number} {stem}"), options=_ending(number))
        for number in range(12)
    ]
    html = pages(with_items(replace(small_bank(), exams=()), *many))["print/m/practice-exam.html"]

    texts = words_of_sheets(in_chromium(chromium)(html))

    assert len(texts) >= 3
    for words in texts:
        started, ended = (set(re.findall(rf"{mark}(\d+)", words)) for mark in ("START", "END"))
        assert started == ended


def test_a_form_is_a4_and_its_code_stands_on_each_page(chromium: Browser) -> None:
    one = edition(small_bank())
    html = written(one, "exam-html")["exams/mock/form-A.html"]

    data = in_chromium(chromium)(html)

    texts = words_of_sheets(data)
    assert re.search(rb"/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12]", data)
    for number, words in enumerate(texts, start=1):
        assert f"Form A · {one.papers[0].forms[0].code}" in words
        assert f"Page {number} of {len(texts)}" in words


def _ending(number: int) -> tuple[Option, ...]:
    texts = ("One", "Two", f"END{number}")
    return tuple(Option(text=Prose(text), correct=not place) for place, text in enumerate(texts))
