"""Exit codes, beside 0."""

from typing import Final

FINDINGS: Final = 1
"""The bank has an error, or with `--strict` a warning; or the output folder cannot be written."""

USAGE: Final = 2
"""What was asked for cannot be."""

DEFECT: Final = 3
"""Something is wrong with deckgen."""
