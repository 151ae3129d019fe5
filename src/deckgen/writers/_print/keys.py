"""The keys of an exam for machines: a table for grading, and a record by which papers stay gradable."""

import csv
import io
import json

from deckgen.model.edition import Edition
from deckgen.model.form import Paper, Question


def keys_csv(paper: Paper) -> bytes:
    """Return a line per form: its letter, then the key of each question, nothing for an open question.

    Several letters stand apart, for after Z comes AA.
    """
    count = max((len(form.questions) for form in paper.forms), default=0)
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(["form", *(f"q{number}" for number in range(1, count + 1))])
    lines.writerows([form.name, *(" ".join(one.key) for one in form.questions)] for form in paper.forms)
    return text.getvalue().encode()


def forms_json(edition: Edition, paper: Paper) -> bytes:
    """Return what stands where in every form; a paper stays gradable from it after the bank has moved on."""
    head = edition.bank.head
    record = {
        "exam": paper.exam.id,
        "title": paper.exam.title,
        "seed": paper.exam.seed,
        "bank": {"id": head.id, "version": head.version, "sha256": edition.sha256},
        "deckgen": edition.deckgen,
        "forms": [
            {"form": form.name, "code": form.code, "items": [_item(one) for one in form.questions]}
            for form in paper.forms
        ],
    }
    return (json.dumps(record, indent=1, ensure_ascii=False) + "\n").encode()


def _item(question: Question) -> dict[str, object]:
    shown: dict[str, object] = (
        {"texts": [option.text for option in question.options]}
        if question.is_generated
        else {"options": list(question.order)}
    )
    return {
        "number": question.number,
        "id": question.name,
        **shown,
        "key": list(question.key),
        "points": question.item.points,
    }
