"""Pages to print (HTML): per module a study guide, and a practice exam with its key.

Each page stands alone: no script, no font and no image is fetched, on screen or on paper.
"""

from collections.abc import Iterator

from deckgen.assemble.shuffle import printed_order
from deckgen.diagnostics import Diagnostic
from deckgen.model.edition import Artifact, Edition
from deckgen.model.fact import FactKind
from deckgen.model.form import Question
from deckgen.model.item import Choice
from deckgen.model.lock import Stamp
from deckgen.model.module import Module
from deckgen.model.names import full_name
from deckgen.render.widths import width
from deckgen.writers._print.chart import Chart
from deckgen.writers._print.dates import Dates
from deckgen.writers._print.grouped import Grouped
from deckgen.writers._print.kinds import Kinds
from deckgen.writers._print.notes import sources_of
from deckgen.writers._print.page import Pages


def write(edition: Edition) -> Iterator[Artifact | Diagnostic | Stamp]:
    """Yield the pages of every module; what would be empty is left out."""
    pages = edition.once(Pages)
    yield from pages.findings
    for module in edition.bank.modules:
        if module.tables or module.live_facts or module.figures or module.exercise is not None:
            yield _study_guide(pages, module)
        if module.live_items:
            yield from _practice_exam(edition, pages, module)


def _study_guide(pages: Pages, module: Module) -> Artifact | Diagnostic:
    by_kind = {kind.value: tuple(fact for fact in module.live_facts if fact.kind is kind) for kind in FactKind}
    return pages.page(
        f"print/{module.id}/study-guide.html",
        "study-guide",
        module=module,
        tables=tuple(Chart.of(table) for table in module.tables if table.live_rows),
        figures=tuple((figure, max(map(width, figure.text.splitlines()), default=1)) for figure in module.figures),
        facts={kind: Grouped.of(facts, module.head.objectives) for kind, facts in by_kind.items()},
    )


def _practice_exam(edition: Edition, pages: Pages, module: Module) -> Iterator[Artifact | Diagnostic]:
    questions = tuple(_questions(module, edition.bank.head.uid))
    answers = tuple((one, sources_of(module.id, one.item, edition.index)) for one in questions)
    path = f"print/{module.id}/practice-exam"
    context: dict[str, object] = {
        "module": module,
        "questions": questions,
        "kinds": Kinds.of(questions),
        "dates": Dates.of(sources for _, sources in answers),
    }
    yield pages.page(f"{path}.html", "practice-exam", **context)
    if edition.large_print:
        yield pages.page(f"{path}.large.html", "practice-exam", is_large=True, **context)
    yield pages.page(
        f"{path}.key.html",
        "practice-exam.key",
        module=module,
        answers=answers,
    )


def _questions(module: Module, uid: str) -> Iterator[Question]:
    for number, item in enumerate(module.live_items, start=1):
        name = full_name(module, item.id)
        order = printed_order(item, "practice", uid, name) if isinstance(item, Choice) else ()
        yield Question(number, name, item, order)
