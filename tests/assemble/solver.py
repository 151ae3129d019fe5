"""What is the least possible, said by HiGHS: a solver of integer programs that shares no code with deckgen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import highspy
from highspy.highs import highs_linear_expression as Sum
from highspy.highs import highs_var


@dataclass(frozen=True, slots=True)
class Problem:
    """So many forms; how many items a form takes for each row; which rows each item matches; pairs that never meet."""

    forms: int
    counts: Sequence[int]
    matching: Sequence[Sequence[int]]
    apart: Sequence[tuple[int, int]] = field(default=())


@dataclass(frozen=True, slots=True)
class Least:
    """How often the item is used that is used most, and how often two forms share an item."""

    exposure: int
    overlap: int


def least(problem: Problem) -> Least | None:
    """Return the optimum of both, each for itself; nothing where no form can be made."""
    overlap = _Model(problem).least_overlap()
    return None if overlap is None else Least(_Model(problem).least_exposure(), overlap)


class _Model:
    """A variable for each form, item and row: whether the item fills a slot of this row in this form."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.highs = highspy.Highs()  # type: ignore[no-untyped-call]  # not typed there
        self.highs.setOptionValue("output_flag", False)
        self.highs.setOptionValue("threads", 1)
        self.filled = {
            (form, item, row): self.highs.addVariable(0, 1, type=highspy.HighsVarType.kInteger)
            for form in range(problem.forms)
            for item, rows in enumerate(problem.matching)
            for row in rows
        }
        self._rows_are_exact()
        self._no_item_twice()
        self._enemies_apart()

    def least_overlap(self) -> int | None:
        """Return the sum of C(uses, 2): an item's first use costs nothing, its second 1, its third 2."""
        cost = Sum()
        for item in range(len(self.problem.matching)):
            steps = [self.highs.addVariable(0, 1) for _ in range(self.problem.forms)]
            cost += sum(number * step for number, step in enumerate(steps))
            self.highs.addConstr(self._uses(item) == sum(steps))
        return self._minimum(cost)

    def least_exposure(self) -> int:
        """Return how often the item is used that is used most."""
        most = self.highs.addVariable(0, self.problem.forms)
        for item in range(len(self.problem.matching)):
            self.highs.addConstr(self._uses(item) <= most)
        return self._minimum(Sum() + most) or 0

    def _minimum(self, cost: Sum) -> int | None:
        self.highs.minimize(cost)
        status = self.highs.getModelStatus()
        if status == highspy.HighsModelStatus.kOptimal:
            return round(self.highs.getObjectiveValue())
        assert status in (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible)
        return None

    def _rows_are_exact(self) -> None:
        for form in range(self.problem.forms):
            for row, count in enumerate(self.problem.counts):
                matching = [self.filled[form, item, row] for item, rows in self._items() if row in rows]
                self.highs.addConstr(_sum(matching) == count)

    def _no_item_twice(self) -> None:
        for form in range(self.problem.forms):
            for item, _ in self._items():
                self.highs.addConstr(self._in_form(form, item) <= 1)

    def _enemies_apart(self) -> None:
        for form in range(self.problem.forms):
            for one, other in self.problem.apart:
                self.highs.addConstr(self._in_form(form, one) + self._in_form(form, other) <= 1)

    def _items(self) -> list[tuple[int, Sequence[int]]]:
        return list(enumerate(self.problem.matching))

    def _in_form(self, form: int, item: int) -> Sum:
        return _sum(self.filled[form, item, row] for row in self.problem.matching[item])

    def _uses(self, item: int) -> Sum:
        return _sum(self._in_form(form, item) for form in range(self.problem.forms))


def _sum(terms: Iterable[highs_var | Sum]) -> Sum:
    total = Sum()
    for term in terms:
        total += term
    return total
