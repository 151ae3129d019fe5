"""The pages of an exam: a form tells nothing of its key, and the keys fit the form."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.model.edition import Artifact, Edition
from deckgen.model.form import Question
from deckgen.model.item import Choice, Item
from deckgen.model.schema import Id, Line, Prose
from deckgen.writers import exam_html
from tests.writers.printing import edition, small_bank, written

ALL = edition(small_bank())


def with_questions(one: Edition, change: "dict[str, Item]") -> Edition:
    """Return the edition with other items at the same places of its papers."""

    def changed(question: Question) -> Question:
        return replace(question, item=change.get(question.name, question.item))

    papers = tuple(
        replace(
            paper,
            forms=tuple(replace(form, questions=tuple(map(changed, form.questions))) for form in paper.forms),
        )
        for paper in one.papers
    )
    return replace(one, papers=papers)


@settings(max_examples=25)
@given(st.permutations([True, False, False, False]), st.text(alphabet="abc", min_size=1))
def test_a_form_is_the_same_whichever_option_is_right(right: list[bool], secret: str) -> None:
    items: dict[str, Item] = {}
    for question in ALL.papers[0].forms[0].questions:
        item = replace(
            question.item,
            id=Id(f"secret-{secret}"),
            rationale=Prose(secret),
            title=None,
            tags=(),
        )
        if isinstance(item, Choice) and not item.is_multiple:
            marks = zip(item.options, right, strict=False)
            options = tuple(replace(one, correct=mark, why=Prose(secret)) for one, mark in marks)
            if not any(one.correct for one in options):
                options = (replace(options[0], correct=True), *options[1:])
            item = replace(item, options=options, answer=(Prose(secret),))
        items[question.name] = item

    forms = {"exams/mock/form-A.html", "exams/mock/form-B.html"}
    before, after = written(ALL, "exam-html"), written(with_questions(ALL, items), "exam-html")

    assert {path: before[path] for path in forms} == {path: after[path] for path in forms}


def test_a_form_names_no_item_and_has_no_comment() -> None:
    main = written(ALL, "exam-html")["exams/mock/form-A.html"].split("<main>")[1].replace("Say why", "")

    for secret in (
        "the-answer-is-one2",
        "Two of them",
        "why",
        "Because",
        "So it is",
        "<!--",
        'id="',
        "data-",
    ):
        assert secret not in main


def test_letter_and_code_stand_on_every_page_of_a_form() -> None:
    form = ALL.papers[0].forms[1]

    for name in ("form-B.html", "form-B.solutions.html"):
        page = written(ALL, "exam-html")[f"exams/mock/{name}"]
        assert re.search(rf'@bottom-left {{ content: "[^"]*Form B · {form.code} · [^"]* · 2026.11"', page)
        assert 'content: "Page" " " counter(page) " " "of" " " counter(pages)' in page


def test_the_title_block_says_what_a_candidate_needs() -> None:
    page = written(ALL, "exam-html")["exams/mock/form-A.html"]
    text = " ".join(re.sub(r"<[^>]*>", " ", page.split("<main>")[1]).split())

    facts = ("Questions 4", "Time 30 minutes", "of 5", "Pass mark 4 (75%)", "Version 2026.11")
    for said in ("Mock plain", "Form A", "Name", "Date", *facts):
        assert said in text
    assert "Square marks" in text
    assert "write on the lines" in text


@pytest.mark.parametrize("name", ["form-A.html", "form-B.html", "form-A.solutions.html"])
def test_a_paper_says_whose_facts_it_holds(name: str) -> None:
    head = replace(ALL.bank.head, attribution=Prose("By *us*."), licence=Line("CC-BY-SA-4.0"))

    page = written(replace(ALL, bank=replace(ALL.bank, head=head)), "exam-html")[f"exams/mock/{name}"]

    assert "<p>By <em>us</em>.</p>" in page
    assert "Licence: CC-BY-SA-4.0" in page


def test_the_keys_agree_with_the_solutions() -> None:
    made = written(ALL, "exam-html")
    rows = list(csv.DictReader(io.StringIO(made["exams/mock/keys.csv"])))

    for row in rows:
        page = made[f"exams/mock/form-{row['form']}.solutions.html"]
        for number, answer in enumerate(re.findall(r'<section class="answer">.*?</section>', page, re.DOTALL), start=1):
            right = re.findall(r'class="right"><span class="mark">(\w)', answer)
            assert " ".join(right) == row[f"q{number}"]
            for letter, text in re.findall(r'class="mark">(\w).*?said">(\w+)', answer):
                assert (letter in right) == (text in ("one2", "two0", "two3")) or text == "means"


def test_a_paper_can_be_graded_from_its_record() -> None:
    made = written(ALL, "exam-html")
    record = json.loads(made["exams/mock/forms.json"])
    head = {"exam": "mock", "title": "Mock plain", "seed": "1", "deckgen": "0.0.0"}

    assert head == {name: record[name] for name in head}
    assert list(record) == ["exam", "title", "seed", "bank", "deckgen", "forms"]
    assert record["bank"] == {"id": "small", "version": "2026.11", "sha256": "0" * 64}
    for form, written_form in zip(ALL.papers[0].forms, record["forms"], strict=True):
        assert (written_form["form"], written_form["code"]) == (form.name, form.code)
        for question, item in zip(form.questions, written_form["items"], strict=True):
            assert (item["number"], item["id"]) == (question.number, question.name)
            assert (item["points"], item["key"]) == (question.item.points, list(question.key))
            shown = [one.text for one in question.options]
            if question.is_generated:
                assert item["texts"] == shown
            elif isinstance(question.item, Choice):
                assert [question.item.options[index].text for index in item["options"]] == shown
            else:
                assert item["options"] == []
    assert made["exams/mock/forms.json"].endswith("}\n")


def test_every_file_belongs_to_its_exam() -> None:
    assert {one.exam for one in exam_html.write(ALL) if isinstance(one, Artifact)} == {"mock"}


def test_without_exams_there_is_nothing() -> None:
    assert list(exam_html.write(replace(ALL, papers=()))) == []


@pytest.mark.parametrize("name", ['Müller, "x"', "=1+1"])
def test_a_title_is_text_in_the_record(name: str) -> None:
    paper = ALL.papers[0]
    one = replace(ALL, papers=(replace(paper, exam=replace(paper.exam, title=name)),))  # type: ignore[arg-type]

    assert json.loads(written(one, "exam-html")["exams/mock/forms.json"])["title"] == name
