"""What the forms of an exam give in all, and how much of it is enough to pass."""

from dataclasses import dataclass

from deckgen.model.exam import Exam
from deckgen.model.form import Paper


@dataclass(frozen=True, slots=True)
class Total:
    """Points in all, enough of them to pass where that is said, and the letters of the forms that give so many."""

    points: int
    enough: int | None
    forms: tuple[str, ...]


def enough(exam: Exam, points: int) -> int | None:
    """Return how many points pass, where an exam says which share does; a part of one counts as a whole."""
    return None if exam.pass_ is None else -(-points * exam.pass_ // 100)


def totals(paper: Paper) -> tuple[Total, ...]:
    """Return one total for all forms that give equally many points, in the order of the forms."""
    return tuple(
        Total(points, enough(paper.exam, points), tuple(form.name for form in paper.forms if form.points == points))
        for points in dict.fromkeys(form.points for form in paper.forms)
    )
