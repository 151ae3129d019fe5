"""A picture of the study guide for the docs: `python -m tests.writers.guide_pictures` writes it into `docs/images`.

It has 16 colours, which keep it small. Pillow comes with WeasyPrint.
"""

import subprocess
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from tests.writers.guides import guide
from tests.writers.paged import in_weasyprint, lines_of_sheets
from tests.writers.test_study_guide import shipped

ROOT: Final = Path(__file__).parents[2]
SHOWN: Final = "What the tools are for"


def main() -> None:
    """Draw the page of the tool table."""
    data = in_weasyprint(guide(shipped()))
    page = next(number for number, lines in enumerate(lines_of_sheets(data), start=1) if lines[1:2] == [SHOWN])
    command = ["pdftoppm", "-r", "80", "-f", str(page), "-l", str(page), "-png", "-"]
    picture = subprocess.run(command, input=data, capture_output=True, check=True).stdout
    Image.open(BytesIO(picture)).quantize(16).save(ROOT / "docs/images/guide.png", optimize=True)


if __name__ == "__main__":
    main()
