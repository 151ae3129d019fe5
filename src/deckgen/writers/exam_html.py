"""Mock exams (HTML): forms, answer sheets, solutions, a copy for instructors, the keys, and what grading needs.

Each page stands alone: no script, no font and no image is fetched, on screen or on paper. A form holds nothing that
tells its key: not an item's name, which may give the answer away, nor anything else of the item but stem and options.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from deckgen.diagnostics import Diagnostic
from deckgen.model.edition import Artifact, Edition
from deckgen.model.exam import Exam
from deckgen.model.form import Form, Paper
from deckgen.model.item import Difficulty
from deckgen.model.lock import Stamp
from deckgen.writers._print.blueprint import counts, filled, objective_of
from deckgen.writers._print.dates import Dates
from deckgen.writers._print.grid import grids
from deckgen.writers._print.keys import forms_json, keys_csv
from deckgen.writers._print.kinds import Kinds
from deckgen.writers._print.notes import sources_of
from deckgen.writers._print.page import Pages
from deckgen.writers._print.sheet import LARGE, RULERS, Ruler, sheets
from deckgen.writers._print.totals import enough, totals


def write(edition: Edition) -> Iterator[Artifact | Diagnostic | Stamp]:
    """Yield the forms, answer sheets, solutions and keys of every exam."""
    pages = edition.once(Pages)
    yield from pages.findings
    for paper in edition.papers:
        exam = paper.exam
        folder = f"exams/{exam.id}"
        # what is made of all forms at once comes first: the memory that it takes serves the forms after it
        yield Artifact(PurePosixPath(folder, "forms.json"), forms_json(edition, paper), exam.id)
        yield Artifact(PurePosixPath(folder, "keys.csv"), keys_csv(paper), exam.id)
        yield _keys(pages, f"{folder}/keys.html", paper)
        yield from _sheets(edition, pages, f"{folder}/answer-sheet", paper)
        for form in paper.forms:
            yield from _form(edition, pages, f"{folder}/form-{form.name}", exam, form)


def _form(edition: Edition, pages: Pages, path: str, exam: Exam, form: Form) -> Iterator[Artifact | Diagnostic]:
    index = edition.index
    answers = tuple((one, sources_of(one.name.partition("/")[0], one.item, index)) for one in form.questions)
    context: dict[str, object] = {
        "form": form,
        "enough": enough(exam, form.points),
        "dates": Dates.of(sources for _, sources in answers),
    }
    kinds = Kinds.of(form.questions)
    yield pages.page(f"{path}.html", "form", exam, **context, kinds=kinds)
    if edition.large_print:
        yield pages.page(f"{path}.large.html", "form", exam, **context, kinds=kinds, is_large=True)
    yield pages.page(f"{path}.solutions.html", "solutions", exam, form=form, answers=answers)
    yield pages.page(
        f"{path}.instructor.html",
        "instructor",
        exam,
        **context,
        slots=filled(exam, form, {module.id: module for module in edition.bank.modules}),
        by_objective=counts(form, objective_of),
        by_difficulty=counts(form, lambda question: question.item.difficulty, tuple(Difficulty)),
    )


def _sheets(edition: Edition, pages: Pages, path: str, paper: Paper) -> Iterator[Artifact | Diagnostic]:
    ruler = RULERS[edition.paper]
    yield _sheet(pages, f"{path}.html", paper, ruler, is_large=False)
    if edition.large_print:
        yield _sheet(pages, f"{path}.large.html", paper, ruler.larger(LARGE), is_large=True)


def _sheet(pages: Pages, path: str, paper: Paper, ruler: Ruler, *, is_large: bool) -> Artifact | Diagnostic:
    drawn = tuple(sheet for form in paper.forms for sheet in sheets(form, ruler))
    return pages.page(path, "answer-sheet", paper.exam, sheets=drawn, ruler=ruler, is_large=is_large)


def _keys(pages: Pages, path: str, paper: Paper) -> Artifact | Diagnostic:
    questions = [question for form in paper.forms for question in form.questions]
    return pages.page(
        path,
        "keys",
        paper.exam,
        forms=paper.forms,
        grids=grids(paper.forms),
        totals=totals(paper),
        has_open=Kinds.of(questions).has_open,
        has_points=any(question.item.points > 1 for question in questions),
    )
