"""Mock exams (HTML): every form with its solutions, the keys of all forms, and what grading needs.

Each page stands alone: no script, no font and no image is fetched, on screen or on paper. A form holds nothing that
tells its key: not an item's name, which may give the answer away, nor anything else of the item but stem and options.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from deckgen.diagnostics import Diagnostic
from deckgen.model.edition import Artifact, Edition
from deckgen.model.form import Form, Paper
from deckgen.model.lock import Stamp
from deckgen.model.names import Index
from deckgen.writers._print.keys import forms_json, keys_csv
from deckgen.writers._print.kinds import Kinds
from deckgen.writers._print.notes import sources_of
from deckgen.writers._print.page import Pages


def write(edition: Edition) -> Iterator[Artifact | Diagnostic | Stamp]:
    """Yield the forms, solutions and keys of every exam."""
    pages, index = Pages(edition), Index.of(edition.bank)
    for paper in edition.papers:
        exam = paper.exam
        folder = f"exams/{exam.id}"
        for form in paper.forms:
            yield from _form(pages, f"{folder}/form-{form.name}", paper, form, index)
        yield pages.page(f"{folder}/keys.html", "keys", exam, paper=paper)
        yield Artifact(PurePosixPath(folder, "keys.csv"), keys_csv(paper), exam.id)
        yield Artifact(PurePosixPath(folder, "forms.json"), forms_json(edition, paper), exam.id)


def _form(pages: Pages, path: str, paper: Paper, form: Form, index: Index) -> Iterator[Artifact | Diagnostic]:
    exam = paper.exam
    yield pages.page(
        f"{path}.html",
        "form",
        exam,
        form=form,
        enough=None if exam.pass_ is None else -(-form.points * exam.pass_ // 100),
        kinds=Kinds.of(form.questions),
    )
    answers = tuple(
        (question, sources_of(question.name.partition("/")[0], question.item, index)) for question in form.questions
    )
    yield pages.page(f"{path}.solutions.html", "solutions", exam, form=form, answers=answers)
