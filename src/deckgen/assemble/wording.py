"""How rows of a blueprint, and what they lack, are called in words."""

from collections.abc import Iterable, Sequence
from typing import Final

from deckgen.assemble.shortage import Shortage
from deckgen.diagnostics import Span
from deckgen.model.exam import BlueprintRow

_NAMED: Final = 8
"""Of more names than this the rest is counted."""


def row_words(row: BlueprintRow) -> str:
    """Return what a row asks for, as it is written."""
    parts = [
        f"{name}: {value}"
        for name in ("module", "objective", "difficulty", "bloom", "kind")
        if (value := getattr(row, name)) is not None
    ]
    parts += [f"tags: [{', '.join(row.tags)}]"] if row.tags else []
    parts += ["generated: true"] if row.generated else []
    parts += [f"items: [{', '.join(row.items[:2])}{', …' if row.items[2:] else ''}]"] if row.items else []
    return f"`{', '.join(parts)}`" if parts else "the row without a condition"


def who_needs(shortage: Shortage, rows: Sequence[BlueprintRow], here: Span | None = None) -> str:
    """Return the rows that fall short, of several how much each takes, where they do not stand `here`; and the verb."""
    short = [rows[place] for place in shortage.rows]
    if not short[1:]:
        return f"{_called(short[0], here)} needs"
    return f"{listed([f'{row.count} × {_called(row, here)}' for row in short])} together need"


def _called(row: BlueprintRow, here: Span | None) -> str:
    span = row.origin.span
    return row_words(row) + (f" ({span})" if span != here else "")


def what_matches(shortage: Shortage) -> str:
    """Return how many items match, and which."""
    found = shortage.names
    if not found:
        return "none matches"
    return f"only {len(found)} {'match' if found[1:] else 'matches'}: {names(found)}"


def what_to_add(shortage: Shortage) -> str:
    """Return how many items would do, and whether more is to be told after that."""
    beside = " beside what is told elsewhere" if shortage.missing < shortage.needed - len(shortage.names) else ""
    after = " (more rows fall short together, which is told once these do not)" if shortage.goes_on else ""
    return f"add {shortage.missing}{' more' if shortage.names else ''}{beside}{after}"


def names(found: Sequence[str]) -> str:
    """Name things; of very many the rest is counted."""
    shown = [f"`{name}`" for name in found[:_NAMED]]
    more = len(found) - _NAMED
    return listed([*shown, f"{more} more"]) if more > 0 else listed(shown)


def listed(words: Iterable[str]) -> str:
    """Join words with commas and, before the last, `and`."""
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def counted(count: int, thing: str = "item") -> str:
    """Return a number with its noun."""
    return f"{count} {thing}{'' if count == 1 else 's'}"
