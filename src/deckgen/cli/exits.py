"""Exit codes, beside 0 and click's own 2, for what was asked and cannot be."""

from typing import Final

FINDINGS: Final = 1
"""The bank has an error, or with `--strict` a warning; or the output folder cannot be written."""

DEFECT: Final = 3
"""Something is wrong with deckgen."""
