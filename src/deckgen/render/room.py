"""Room to write an answer by hand."""

from typing import Final

_LETTERS: Final = 45
"""What a line of a paper holds of somebody's handwriting."""

_FEWEST, _MOST = 4, 24


def writing_lines(model: str) -> int:
    """Return the lines that a model answer takes by hand, and half as many again."""
    lines = sum(-(-len(line) // _LETTERS) for line in model.splitlines())
    return min(max(lines * 3 // 2, _FEWEST), _MOST)
