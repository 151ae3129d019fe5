"""Measure the drawing of forms, selection and keys, and print rows for the table of `bench.py`: CPU seconds.

python benchmarks/exam_forms.py
"""

import sys
import time
from collections import Counter
from itertools import groupby
from typing import Final

from deckgen.assemble.draw import draw
from deckgen.model.bank import Bank, BankHead
from deckgen.model.exam import Balance, BlueprintRow, Exam
from deckgen.model.form import Form, Paper
from deckgen.model.item import Choice, Difficulty, Option
from deckgen.model.module import Module, ModuleHead
from deckgen.model.schema import Count, FormCount, Id, Line, Prose, Word

RUNS: Final = 3
SIZES: Final = ((50, 2, 20), (200, 10, 40), (500, 10, 50), (500, 100, 50), (2000, 100, 50))
"""Items, forms, items in a form."""

GOALS: Final = {(500, 100, 50): "1 s"}


def bank(items: int) -> Bank:
    """Return a bank of items with four options, each with one of five tags and one of three levels."""
    levels = list(Difficulty)
    made = tuple(
        Choice(
            id=Id(f"i{one}"),
            stem=Prose(f"What of {one}, and {one * 7} beside {one * 3}?"),
            options=tuple(
                Option(text=Prose(f"{place} for {one} or {one * 5}"), correct=place == one % 4) for place in range(4)
            ),
            tags=(Word(f"t{one % 5}"),),
            difficulty=levels[one * 7 % 3],
        )
        for one in range(items)
    )
    head = BankHead(id=Id("b"), title=Line("B"), uid=Word("uid"), version=Word("1"))
    return Bank(head=head, modules=(Module(head=ModuleHead(id=Id("m"), title=Line("M")), items=made),))


def exam(forms: int, size: int) -> Exam:
    """Return an exam of five rows."""
    rows = tuple(BlueprintRow(count=Count(size // 5), tags=(Word(f"t{one}"),)) for one in range(5))
    return Exam(id=Id("e"), title=Line("E"), blueprint=rows, forms=FormCount(forms), balance=Balance.DIFFICULTY)


def timed(whole: Bank, wanted: Exam) -> tuple[float, Paper]:
    """Draw an exam; return the CPU seconds of the best of some runs."""
    best = 1e9
    for _ in range(RUNS):
        start = time.process_time()
        paper, _ = draw(whole, wanted)
        best = min(best, time.process_time() - start)
    if paper is None:
        sys.exit("nothing was drawn")
    return best, paper


def facts(paper: Paper) -> str:
    """Say how even forms and keys are."""
    uses = Counter(one.name for form in paper.forms for one in form.questions)
    pairs = len(paper.forms) * (len(paper.forms) - 1) // 2
    shared = sum(count * (count - 1) // 2 for count in uses.values())
    spread = max(max(found) - min(found) for found in map(letters, paper.forms))
    run = max(len(list(same)) for form in paper.forms for _, same in groupby(one.key[0] for one in form.questions))
    return f"shared by two forms {shared / pairs:.2f}, keys at a letter ± {spread}, run {run}"


def letters(form: Form) -> list[int]:
    """Return how many keys stand at each letter."""
    found = Counter(one.key[0] for one in form.questions)
    return [found[letter] for letter in "ABCD"]


def main() -> None:
    """Print a row for each size."""
    for items, forms, size in SIZES:
        seconds, paper = timed(bank(items), exam(forms, size))
        goal = GOALS.get((items, forms, size), "")
        print(f"| {forms} forms of {size}, drawn | {items} | {seconds:.3f} | | {goal} | {facts(paper)} |", flush=True)


if __name__ == "__main__":
    main()
