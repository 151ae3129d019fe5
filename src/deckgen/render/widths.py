"""How wide a text is, counted in letters: those of Chinese, Japanese and Korean count twice."""

from unicodedata import east_asian_width


def width(line: str) -> int:
    """Return how many letters wide a line is."""
    return len(line) if line.isascii() else sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line)


def widest_line(text: str) -> int:
    """Return the columns of the widest line of a text, its tabs as wide as four."""
    return max((width(line.expandtabs(4)) for line in text.splitlines()), default=0)
