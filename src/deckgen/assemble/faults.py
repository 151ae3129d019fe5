"""The faults that show only when an exam is drawn, each a function that words one finding.

Like a rule's, the docstring is what `deckgen explain` prints: the law, the reason, a wrong and a right example.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from deckgen.assemble.shortage import Shortage
from deckgen.assemble.wording import counted, what_matches, what_to_add, who_needs
from deckgen.diagnostics import Diagnostic, Severity, Span
from deckgen.model.exam import Exam


def overlap_cannot_be_none(exam: Exam, allowed: int, shortage: Shortage) -> Diagnostic:
    """Return the finding of rule E703, which `--forms` can also bring about."""
    needs = f"{who_needs(shortage, exam.blueprint)} {counted(shortage.needed)} for {counted(exam.forms, 'form')}"
    allows = "1 form" if allowed == 1 else f"{allowed} forms that share no item"
    return Diagnostic(
        exam.origin.of("overlap"),
        "E703",
        f"`{exam.id}`: `overlap: none` cannot be met, for the bank allows {allows}, and {exam.forms} are wanted;"
        f" {needs}, but {what_matches(shortage)}; {what_to_add(shortage)},"
        f" lower {_what_to_lower(exam, shortage)}, or write `overlap: min`",
    )


def _what_to_lower(exam: Exam, shortage: Shortage) -> str:
    if shortage.rows[1:]:
        return "a `count` or `forms`"
    return "its `count` or `forms`" if exam.blueprint[shortage.rows[0]].count > 1 else "`forms`"


def enemies_limit_forms(exam: Exam, allowed: int) -> Diagnostic:
    """Return the finding of rule E703 where there are items enough, but enemies among them."""
    allows = "only 1 form" if allowed == 1 else f"only {allowed} forms that share no item"
    return Diagnostic(
        exam.origin.of("overlap"),
        "E703",
        f"`{exam.id}`: `overlap: none` cannot be met, for the bank allows {allows} while enemies are kept apart, and"
        f" {exam.forms} are wanted; add items that have no enemies, lower `forms`, or write `overlap: min`",
    )


def enemies_meet(span: Span, exam: str, one: str, other: str, why: str, untold: int = 0) -> Diagnostic:
    """Two enemies would stand in one form, and no exchange was found that keeps them apart.

    One enemy gives away the other's answer or asks the same again. Enemies are the items that say so in `enemies`; the
    items made from one row of a table, and these with the items that cite a cell of the row in `facts`; and items that
    say nearly the same, which B605 finds, unless `ignore` says there that they may meet. Of very many pairs five are
    told.

    Wrong: a row `count: 2` that only two items match, of which one has the other in `enemies`.

    Right: one more item for this row, or `count: 1`.
    """
    return Diagnostic(
        span,
        "E704",
        f"`{exam}`: `{one}` and `{other}` could not be kept out of one form, and are enemies: {why};"
        " add an item that can replace one of them, or lower a `count`"
        + (f"; {counted(untold, 'more pair')} could not either" if untold else ""),
    )


def forms_unbalanced(span: Span, exam: str, level: str, most: int, least: int) -> Diagnostic:
    """Two forms differ by more than one item of a level of difficulty, though `balance` is not `none`.

    Enemies had to be kept apart, which counts more, and no item of the same level could stand in. Who does not mind
    writes `balance: none`.

    Wrong: one hard item for a row, whose enemy is in the form that should have it.

    Right: another hard item for this row.
    """
    return Diagnostic(
        span,
        "E705",
        f"`{exam}`: one form has {most} items that are {level}, another {least}, for enemies had to be kept apart;"
        f" add {level} items that have no enemies, or write `balance: none`",
        Severity.WARNING,
    )


CODES: Final[Mapping[str, Callable[..., Diagnostic]]] = MappingProxyType(
    {"E704": enemies_meet, "E705": forms_unbalanced}
)
