"""Papers in both engines: the same sheets, no question on two of them, each file as many as it should have."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from deckgen.model.edition import Edition, PaperSize
from deckgen.model.item import Choice, Open, Option
from deckgen.model.schema import Count, Id, Prose, Word
from tests.writers.paged import Printer, boxes, corner, in_chromium, in_weasyprint, words_of_sheets
from tests.writers.printing import written
from tests.writers.test_papers import choice, exam_of, unlike

CODE = "```\n" + "kubectl get pods --all-namespaces --output=wide\n" * 9 + "```"


@pytest.fixture(params=["weasyprint", "chromium"])
def printer(request: pytest.FixtureRequest) -> Printer:
    """Print in one engine after the other."""
    return in_weasyprint if request.param == "weasyprint" else in_chromium(request.getfixturevalue("chromium"))


def marked(items: int) -> Iterator[Choice | Open]:
    """Yield questions of many shapes, each with a mark at its beginning and at its end."""
    for number in range(1, items + 1):
        shape = number % 4
        words = " ".join(unlike(number * 10 + part) for part in range(number % 5 + 1))
        stem = f"START{number} {words}" + (f"\n\n{CODE}" if shape == 1 else "")
        if shape == 3:
            model = Prose("It is so. " * number)
            yield Open(id=Id(f"i{number}"), stem=Prose(f"{stem} END{number}"), model=model, points=Count(3))
            continue
        texts = [f"{text} {'x' * number}" for text in ("one", "two", "three")] + [f"END{number}"]
        options = tuple(Option(text=Prose(text), correct=not place) for place, text in enumerate(texts))
        yield Choice(id=Id(f"i{number}"), stem=Prose(stem), options=options, shuffle=False)


def forty() -> Edition:
    return exam_of(*marked(40))


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("name", ["form-A", "form-A.large", "form-A.solutions", "form-A.instructor"])
def test_no_question_is_on_two_sheets_and_each_is_on_one(printer: Printer, size: PaperSize, name: str) -> None:
    made = written(replace(forty(), paper=size, large_print=True), "exam-html")

    sheets = words_of_sheets(printer(made[f"exams/mock/{name}.html"]))

    started, ended = ([set(re.findall(rf"{mark}(\d+)", words)) for words in sheets] for mark in ("START", "END"))
    assert started == ended
    assert sorted(int(number) for numbers in started for number in numbers) == list(range(1, 41))


def test_both_engines_break_the_sheets_at_the_same_places(chromium: Browser) -> None:
    made = written(forty(), "exam-html")

    for name in ("form-A", "form-A.solutions", "answer-sheet", "keys"):
        html = made[f"exams/mock/{name}.html"]
        first, second = (words_of_sheets(engine(html)) for engine in (in_weasyprint, in_chromium(chromium)))
        assert [re.findall(r"START\d+", one) for one in first] == [re.findall(r"START\d+", one) for one in second], name
        assert len(first) == len(second), name


def test_every_sheet_of_a_form_tells_form_code_and_number(printer: Printer) -> None:
    one = forty()

    sheets = words_of_sheets(printer(written(one, "exam-html")["exams/mock/form-A.html"]))

    for number, words in enumerate(sheets, start=1):
        assert f"Form A · {one.papers[0].forms[0].code}" in words
        assert f"Page {number} of {len(sheets)}" in words
        assert ("Name ____" in words) == (number > 1)


@pytest.mark.parametrize("size", PaperSize)
def test_an_answer_sheet_never_stands_on_the_back_of_another(printer: Printer, size: PaperSize) -> None:
    one = replace(exam_of(*map(choice, range(1, 101)), forms=3), paper=size)

    sheets = words_of_sheets(printer(written(one, "exam-html")["exams/mock/answer-sheet.html"]))

    assert ["This page is left blank." in words for words in sheets] == [False, True] * 3
    for form, words in zip(one.papers[0].forms, sheets[::2], strict=True):
        assert form.code in words
        assert re.search(r"\b100\b", words)


def test_each_answer_sheet_says_which_of_its_form_it_is(printer: Printer) -> None:
    one = exam_of(*(choice(number, 5) for number in range(1, 122)), forms=2)

    sheets = words_of_sheets(printer(written(one, "exam-html")["exams/mock/answer-sheet.html"]))

    assert [re.findall(r"\d of \d", words) for words in sheets] == [["1 of 2"], [], ["2 of 2"], []] * 2


@pytest.mark.parametrize(
    "stem",
    [
        "|" + "utilisation |" * 12 + "\n|" + "---|" * 12 + "\n|" + "responsibility |" * 12 + "\n\nWhich?",
        f"Who signed {'n' * 130}?",
        f"- a list\n  - with code\n\n    ```\n    {'y' * 110}\n    ```\n\nWhich?",
    ],
    ids=["table", "word", "code"],
)
def test_nothing_wide_is_clipped_or_shrinks_the_rest(printer: Printer, stem: str) -> None:
    plain, wide = choice(1), replace(choice(1), stem=Prose(stem))

    before, after = (
        boxes(printer(written(exam_of(one), "exam-html")["exams/mock/form-A.html"])) for one in (plain, wide)
    )

    assert after[:5] == before[:5]
    assert max(right for _, right, _ in after) <= 595 - 50


def test_an_odd_form_can_have_a_blank_sheet_more(printer: Printer) -> None:
    html = written(forty(), "exam-html")["exams/mock/form-A.html"]

    before, after = (words_of_sheets(printer(page)) for page in (html, html.replace("<body>", '<body class="odd">')))

    assert not [words for words in before if "left blank" in words]
    assert len(after) == len(before) + 1
    assert "This page is left blank." in after[-1]
    assert f"Page {len(after)} of {len(after)}" in after[-1]


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("questions", [40, 60])
def test_sixteen_forms_have_their_keys_on_one_page(printer: Printer, size: PaperSize, questions: int) -> None:
    several = (choice(number, 5, right=(1, 3), points=2) for number in range(questions // 2))
    singles = (choice(number) for number in range(questions // 2, questions))
    one = replace(exam_of(*several, *singles, forms=16), paper=size)

    data = printer(written(one, "exam-html")["exams/mock/keys.html"])

    (words,) = words_of_sheets(data)
    assert all(form.code in words for form in one.papers[0].forms)
    assert max(right for _, right, _ in boxes(data)) <= (595 if size is PaperSize.A4 else 612) - 50


@pytest.mark.parametrize("right", [(0, 1, 2, 3), tuple(range(9))])
def test_of_forms_with_long_keys_fewer_stand_side_by_side(printer: Printer, right: tuple[int, ...]) -> None:
    one = exam_of(*(choice(number, 10, right=right, points=2) for number in range(1, 41)), forms=16)

    data = printer(written(one, "exam-html")["exams/mock/keys.html"])

    assert max(end for _, end, _ in boxes(data)) <= 595 - 50
    assert len(words_of_sheets(data)) == {4: 2, 9: 4}[len(right)]


@pytest.mark.parametrize(("letters", "forms"), [(5, 2), (5, 3), (9, 1), (9, 2)])
def test_long_keys_of_few_forms_stay_in_the_margins(printer: Printer, letters: int, forms: int) -> None:
    one = exam_of(*(choice(number, 10, right=tuple(range(letters)), points=2) for number in range(60)), forms=forms)

    data = printer(written(one, "exam-html")["exams/mock/keys.html"])

    assert max(end for _, end, _ in boxes(data)) <= 595 - 50
    assert len(words_of_sheets(data)) == 1


@pytest.mark.parametrize(
    ("name", "first", "heights"),
    [
        ("form-A.solutions", '<section class="answer">', range(68, 108, 8)),
        ("form-A.large", "<main>", range(90, 150, 12)),
    ],
)
def test_no_sheet_has_only_the_licence(printer: Printer, name: str, first: str, heights: range) -> None:
    one = replace(exam_of(*map(choice, range(1, 4))), large_print=True)
    before, first, after = written(one, "exam-html")[f"exams/mock/{name}.html"].partition(first)

    for height in heights:  # wherever the last question ends
        room = f'<div style="height: {height}mm"></div>'
        page = before + (first + room if first == "<main>" else room + first) + after
        assert "option0of3" in words_of_sheets(printer(page))[-1], height


@pytest.mark.parametrize("name", ["form-A", "form-A.solutions"])
def test_a_question_longer_than_a_page_has_its_code_right_after_its_stem(printer: Printer, name: str) -> None:
    code = "\n".join(f"line{number}" for number in range(120))
    long = replace(choice(1), stem=Prose(f"STEM\n\n```\n{code}\n```\n\nWhich?"))

    sheets = words_of_sheets(printer(written(exam_of(long), "exam-html")[f"exams/mock/{name}.html"]))

    assert ["line0" in words for words in sheets] == ["STEM" in words for words in sheets]


def test_from_right_to_left_no_option_stands_before_the_one_that_it_follows(printer: Printer) -> None:
    bank = exam_of(choice(1))
    head = replace(bank.bank.head, language=Word("ar"))
    html = written(replace(bank, bank=replace(bank.bank, head=head)), "exam-html")["exams/mock/form-A.html"]

    edges = {word: round(edge) for word, edge, _ in boxes(printer(html))}

    found = [edges[option] for option in re.findall(r"option\dof1", html)]
    assert len(found) == 4
    assert found == sorted(found, reverse=True)


def test_a_theme_colours_the_whole_sheet() -> None:
    html = written(exam_of(choice(1)), "exam-html")["exams/mock/form-A.html"]

    assert corner(in_weasyprint(html.replace("--paper: #fff;", "--paper: #fedcba;"))) == bytes.fromhex("fedcba")
    assert corner(in_weasyprint(html)) == bytes.fromhex("ffffff")
