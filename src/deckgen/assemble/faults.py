"""The faults that show only when an exam is drawn, each a function that words one finding.

Like a rule's, the docstring is what `deckgen explain` prints: the law, the reason, a wrong and a right example.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from deckgen.diagnostics import Diagnostic, Severity, Span


def overlap_cannot_be_none(span: Span, rows: tuple[int, ...], needed: int, matching: int) -> Diagnostic:
    """Forms that are to share no item need more different items than match the blueprint.

    Who sits behind somebody with another form shall gain nothing from a look; so `overlap: none` is a promise.

    Wrong: `overlap: none` with `forms: 2` and a row of `count: 6` that ten items match.

    Right: two more items, or `count: 5`, or `overlap: min`, which shares as few as can be.
    """
    missing = needed - matching
    numbers = [str(row + 1) for row in rows]
    which = f"rows {', '.join(numbers[:-1])} and {numbers[-1]}" if numbers[1:] else f"row {numbers[0]}"
    return Diagnostic(
        span,
        "E703",
        f"`overlap: none` cannot be met: all forms together need {needed} different items for {which} of the"
        f" blueprint, and {matching} match; add {missing}, or write `overlap: min`",
    )


def enemies_meet(span: Span, one: str, other: str) -> Diagnostic:
    """Two enemies would stand in one form, and no exchange was found that keeps them apart.

    One enemy gives away the other's answer or asks the same again. Enemies are the items that say so in `enemies`,
    the items made from one row of a table, and these with the items that cite a cell of the row in `facts`.

    Wrong: a row `count: 2` that only two items match, of which one has the other in `enemies`.

    Right: one more item for this row, or `count: 1`.
    """
    return Diagnostic(
        span,
        "E704",
        f"`{one}` and `{other}` are enemies and could not be kept out of one form;"
        " add items that can replace one of them, or ask for fewer",
    )


def forms_unbalanced(span: Span, level: str, most: int, least: int) -> Diagnostic:
    """Two forms differ by more than one item of a level of difficulty, though `balance: difficulty` is set.

    Enemies had to be kept apart, which counts more, and no item of the same level could stand in.

    Wrong: one hard item for a row, whose enemy is in the form that should have it.

    Right: another hard item for this row.
    """
    return Diagnostic(
        span,
        "E705",
        f"one form has {most} items that are {level}, another {least}, for enemies had to be kept apart;"
        f" add {level} items that have no enemies",
        Severity.WARNING,
    )


CODES: Final[Mapping[str, Callable[..., Diagnostic]]] = MappingProxyType(
    {"E703": overlap_cannot_be_none, "E704": enemies_meet, "E705": forms_unbalanced}
)
