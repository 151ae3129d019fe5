"""The papers of an exam: answer sheets, the key page, large print, the blueprint; what each of them shows."""

import json
import re
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from deckgen.model.edition import Edition, PaperSize
from deckgen.model.exam import BlueprintRow, Exam, Order
from deckgen.model.form import Form, Paper
from deckgen.model.item import Choice, Difficulty, Open, Option
from deckgen.model.schema import Count, FormCount, Id, Line, Percent, Prose, Reference
from deckgen.writers._print.blueprint import counts, filled, objective_of
from deckgen.writers._print.dates import Dates
from deckgen.writers._print.grid import grids
from deckgen.writers._print.sheet import LARGE, RULERS, sheets
from tests.commands import KCNA, run
from tests.writers.printing import edition, small_bank, with_items, written

ALL = edition(small_bank())
WORD = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)


def unlike(number: int) -> str:
    """Return a stem that is like no other's, for two that are alike never meet in a form."""
    digest = sha256(str(number).encode()).hexdigest()
    return f"Number {number}, {' '.join(digest[place : place + 6] for place in range(0, 60, 6))}?"


def choice(number: int, options: int = 4, right: tuple[int, ...] = (0,), points: int = 1) -> Choice:
    texts = (Option(text=Prose(f"option{place}of{number}"), correct=place in right) for place in range(options))
    return Choice(id=Id(f"i{number}"), stem=Prose(unlike(number)), options=tuple(texts), points=Count(points))


def exam_of(*items: Choice | Open, forms: int = 1) -> Edition:
    """Return the edition of an exam that asks all of these items, in their order."""
    rows = (BlueprintRow(count=Count(len(items)), items=tuple(Reference(f"m/{item.id}") for item in items)),)
    exam = Exam(id=Id("mock"), title=Line("Mock"), blueprint=rows, forms=FormCount(forms), order=Order.BANK)
    return edition(replace(with_items(small_bank(), *items), exams=(exam,)))


def form_of(*items: Choice | Open) -> Form:
    return exam_of(*items).papers[0].forms[0]


def words(page: str) -> list[str]:
    return WORD.sub(" ", page).split()


def test_a_sheet_has_a_mark_for_each_option_under_its_letter() -> None:
    items = (choice(1), choice(2, options=26, right=(0, 25)), Open(id=Id("o"), stem=Prose("Why?"), model=Prose("So.")))
    form = form_of(*items)

    (sheet,) = sheets(form, RULERS[PaperSize.A4])
    marked = {one.number: one for one in sheet.lines if one.number}

    assert "".join(letter for line in sheet.lines for letter in line.letters) == "ABCD" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert [(marked[n].is_several, marked[n].is_open) for n in (1, 2, 3)] == [
        (False, False),
        (True, False),
        (False, True),
    ]
    assert sheet.marks.count("a") == 2 * 4
    assert sheet.marks.count("z") == 26


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize("scale", [1, LARGE])
@pytest.mark.parametrize("options", [2, 5, 26])
def test_no_mark_of_a_sheet_leaves_the_paper_or_touches_another(size: PaperSize, scale: float, options: int) -> None:
    ruler = RULERS[size] if scale == 1 else RULERS[size].larger(scale)
    form = form_of(*(choice(number, options) for number in range(1, 102)))

    for sheet in sheets(form, ruler):
        places = [(middle, line.y) for line in sheet.lines for middle in line.middles]
        assert len(places) == len(set(places))
        assert all(2 * scale < x < ruler.width - 2 * scale for x, _ in places)
        assert all(ruler.head < y < ruler.height - 5 for _, y in places)
        assert min(abs(x - a) for x, y in places for a, b in places if y == b and x != a) >= 5.59 * scale


@pytest.mark.parametrize(("questions", "pages"), [(1, 1), (100, 1), (101, 1), (121, 2)])
@pytest.mark.parametrize("size", PaperSize)
def test_a_hundred_questions_of_five_options_fit_on_a_sheet(questions: int, pages: int, size: PaperSize) -> None:
    made = sheets(form_of(*(choice(number, 5) for number in range(1, questions + 1))), RULERS[size])

    assert len(made) == pages
    assert [line.number for sheet in made for line in sheet.lines] == list(range(1, questions + 1))


def test_a_sheet_is_the_same_whichever_option_is_right() -> None:
    form = form_of(*map(choice, range(1, 9)))
    other = [replace(one, item=choice(one.number, right=(3,))) for one in form.questions]

    def drawn(one: Form) -> list[tuple[object, ...]]:
        return [(sheet.lines, sheet.marks) for sheet in sheets(one, RULERS[PaperSize.A4])]

    assert drawn(form) == drawn(replace(form, questions=tuple(other)))


def test_each_sheet_has_letter_and_code_and_a_blank_page_behind_it() -> None:
    page = written(ALL, "exam-html")["exams/mock/answer-sheet.html"]

    for form in ALL.papers[0].forms:
        assert f"<title>Answer sheet, Form {form.name} · {form.code}</title>" in page
    assert page.count("<svg") == page.count("This page is left blank.") == 2


def test_a_drawing_has_numbers_and_letters_and_the_page_the_words_over_it() -> None:
    title = "امتحان"
    one = exam_of(choice(1), Open(id=Id("o"), stem=Prose("Why?"), model=Prose("So.")))
    named = replace(one.papers[0], exam=replace(one.papers[0].exam, title=Line(title)))
    page = written(replace(one, papers=(named,)), "exam-html")["exams/mock/answer-sheet.html"]

    drawn = re.findall(r"<text [^>]*>(.*?)</text>", page)
    over = re.findall(r'<p class="word[^>]*>(.*?)</p>', page)

    assert drawn == [named.forms[0].code, "A", "1", "ABCD", "2"]
    assert [title, "Name", "written"] == [word for word in over if word in (title, "Name", "written")]


def test_every_word_of_a_large_sheet_has_eighteen_points() -> None:
    pages = written(replace(exam_of(*map(choice, range(1, 40))), large_print=True), "exam-html")

    large, plain = (
        [float(size) for size in re.findall(r"--tall: ([\d.]+)", pages[f"exams/mock/answer-sheet{twin}.html"])]
        for twin in (".large", "")
    )

    assert min(large) * 72 / 25.4 >= 18
    assert min(plain) < min(large)


def test_large_print_says_the_same_and_has_the_same_key() -> None:
    made = written(replace(ALL, large_print=True))
    twins = [path for path in made if path.endswith(".large.html")]

    assert sorted(twins) == [
        "exams/mock/answer-sheet.large.html",
        "exams/mock/form-A.large.html",
        "exams/mock/form-B.large.html",
        "print/m/practice-exam.large.html",
    ]
    for path in twins:
        assert words(made[path]) == words(made[path.replace(".large", "")])
        assert "--size: 18pt" in made[path]
    assert {path: made[path] for path in written(ALL)} == written(ALL)


def test_letter_is_laid_out_for_letter() -> None:
    for path, page in written(replace(ALL, paper=PaperSize.LETTER)).items():
        if path.endswith(".html"):
            assert "size: Letter" in page, path
            assert "size: A4" not in page, path


def test_a_form_says_since_when_its_facts_hold() -> None:
    made = written(ALL, "exam-html")

    assert "Facts as of 2026-03-04" in " ".join(words(made["exams/mock/form-A.html"]))
    assert "Facts as of 2026-01-02 – 2026-03-04" in " ".join(words(made["exams/mock/form-A.instructor.html"]))
    assert Dates.of(()) is None


@pytest.mark.parametrize(
    ("forms", "questions", "blocks"),
    [(1, 20, [20]), (1, 100, [35, 35, 30]), (2, 60, [20, 20, 20]), (3, 60, [30, 30]), (10, 60, [60]), (30, 50, [50])],
)
def test_the_keys_are_folded_where_that_saves_a_page(forms: int, questions: int, blocks: list[int]) -> None:
    form = form_of(*map(choice, range(1, questions + 1)))

    made = grids([form] * forms)

    assert [len(block) for block in made[0].blocks] == blocks
    assert [number for block in made[0].blocks for number in block] == list(range(1, questions + 1))
    assert sum(len(grid.forms) for grid in made) == forms


def test_the_key_page_has_the_key_of_every_question_of_every_form() -> None:
    one = exam_of(*(choice(n, right=(n % 4,), points=1 + n % 2) for n in range(1, 31)), forms=5)
    page = written(one, "exam-html")["exams/mock/keys.html"]

    rows = re.findall(r'<tr><th scope="row">(\d+)</th>(.*?)</tr>', page)

    assert [int(number) for number, _ in rows] == list(range(1, 31))
    for number, cells in rows:
        shown = re.findall(r"<td>(\w+)", cells)
        assert shown == ["".join(form.questions[int(number) - 1].key) for form in one.papers[0].forms]


def test_the_key_page_says_how_many_points_pass() -> None:
    one = exam_of(*map(choice, range(1, 4)), forms=2)
    exam, (first, second) = replace(one.papers[0].exam, pass_=Percent(75)), one.papers[0].forms
    more = tuple(replace(question, item=choice(question.number, points=2)) for question in second.questions)

    def said(*forms: Form) -> str:
        paper = Paper(exam, forms)
        return " ".join(words(written(replace(one, papers=(paper,)), "exam-html")["exams/mock/keys.html"]))

    assert "Points 3 Pass mark 3 (75%)" in said(first, second)
    unlike_totals = said(first, replace(second, questions=more))
    assert "Pass mark 75%" in unlike_totals
    assert "A: Points 3, Pass mark 3. B: Points 6, Pass mark 5." in unlike_totals


def test_the_blueprint_of_a_form_is_filled_by_its_questions() -> None:
    hard = replace(choice(1), difficulty=Difficulty.HARD)
    one = exam_of(hard, choice(2), choice(3, right=(0, 1)))
    exam = replace(
        one.papers[0].exam,
        blueprint=(
            BlueprintRow(count=Count(2)),
            BlueprintRow(count=Count(1), difficulty=Difficulty.HARD),
        ),
    )

    slots = filled(exam, one.papers[0].forms[0], {"m": one.bank.modules[0]})

    assert [slot.numbers for slot in slots] == [(2, 3), (1,)]


def test_a_question_makes_room_for_one_that_fits_nowhere_else() -> None:
    tagged = [replace(choice(n), tags=tags) for n, tags in enumerate((("x", "y"), ("x", "z"), ("x", "z")), start=1)]  # type: ignore[arg-type]
    one = exam_of(*tagged)
    rows = tuple(BlueprintRow(count=Count(1), tags=(tag,)) for tag in ("x", "y", "z"))  # type: ignore[arg-type]

    slots = filled(replace(one.papers[0].exam, blueprint=rows), one.papers[0].forms[0], {"m": one.bank.modules[0]})

    assert [len(slot.numbers) for slot in slots] == [1, 1, 1]


def test_counts_name_each_question_once() -> None:
    form = form_of(replace(choice(1, points=3), objective=Id("o")), choice(2), replace(choice(3), objective=Id("o")))

    assert counts(form, objective_of) == (("", (2,), 1), ("m/o", (1, 3), 4))


def test_the_instructors_copy_names_what_is_known_of_an_item() -> None:
    page = written(ALL, "exam-html")["exams/mock/form-A.instructor.html"]

    assert "<code>m/the-answer-is-one2</code>" in page
    assert 'class="right"' in page
    assert "Because" not in page


def test_paper_and_large_print_are_asked_for_on_the_command_line(tmp_path: Path) -> None:
    bank = shutil.copytree(KCNA, tmp_path / "questions")

    run("build", bank, "--out", tmp_path / "build", "--to", "exam-html", "--paper", "letter", "--large-print")

    page = (tmp_path / "build/exams/kcna-mock/form-A.large.html").read_text(encoding="utf-8")
    assert "size: Letter" in page
    assert "--size: 18pt" in page


def test_a_key_of_several_letters_is_not_taken_for_a_letter_after_z() -> None:
    one = exam_of(
        replace(choice(1, 30, right=(27,)), shuffle=False),
        replace(choice(2, 30, right=(0, 1)), shuffle=False),
        Open(id=Id("o"), stem=Prose("Why?"), model=Prose("So.")),
    )
    made = written(one, "exam-html")
    _, *cells = re.findall(r"<td>(.*?)</td>", made["exams/mock/keys.html"])
    record = json.loads(made["exams/mock/forms.json"])["forms"][0]["items"]

    assert made["exams/mock/keys.csv"] == "form,q1,q2,q3\nA,AB,A B,\n"
    assert cells == ["AB", "A\u00a0B", "—"]
    assert [item["key"] for item in record] == [["AB"], ["A", "B"], []]
    assert (record[2]["options"], "texts" in record[2]) == ([], False)
