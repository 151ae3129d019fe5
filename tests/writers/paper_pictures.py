"""Pictures of the papers for the docs: `python -m tests.writers.paper_pictures` writes them into `docs/images`.

They are committed with 16 greys and colours each, a third of the size. WeasyPrint lays them out, poppler draws them.
"""

import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from deckgen.sources.bank_yaml import read_bank
from tests.writers.paged import in_weasyprint
from tests.writers.printing import edition, written

ROOT: Final = Path(__file__).parents[2]
EXAM: Final = "exams/kcna-mock"
SHOWN: Final = {
    "form": (f"{EXAM}/form-A", 1),
    "answer-sheet": (f"{EXAM}/answer-sheet", 1),
    "keys": (f"{EXAM}/keys", 1),
    "solutions": (f"{EXAM}/form-A.solutions", 1),
    "instructor": (f"{EXAM}/form-A.instructor", 1),
    "large-print": (f"{EXAM}/form-A.large", 2),
    "practice-exam": ("print/ai-ml/practice-exam", 1),
    "practice-key": ("print/ai-ml/practice-exam.key", 1),
}
"""The page of each kind, and which sheet of it."""

DOTS: Final = 64
"""Dots to the inch."""


def picture(html: str, number: int) -> bytes:
    """Return a sheet of a page as PNG, in a thin frame."""
    command = ["pdftoppm", "-png", "-r", str(DOTS), "-f", str(number), "-l", str(number), "-"]
    drawn = subprocess.run(command, input=in_weasyprint(html), capture_output=True, check=True).stdout
    sheet = Image.open(BytesIO(drawn)).convert("RGB")
    framed = Image.new("RGB", (sheet.width + 2, sheet.height + 2), "#8a9099")
    framed.paste(sheet, (1, 1))
    out = BytesIO()
    framed.quantize(16, method=Image.Quantize.MAXCOVERAGE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    """Draw one sheet of each kind."""
    bank = read_bank(ROOT / "questions").bank
    assert bank is not None
    made = written(replace(edition(bank), large_print=True))
    for kind, (name, number) in SHOWN.items():
        sheet = picture(made[f"{name}.html"], number)
        (ROOT / f"docs/images/paper-{kind}.png").write_bytes(sheet)


if __name__ == "__main__":
    main()
