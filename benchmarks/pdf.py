"""Print the rows of PDF: what a form of 40 with its answer sheet takes, and what a worker takes to begin.

python benchmarks/pdf.py BANK
"""

import resource
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from deckgen.press import crew as crews
from deckgen.press.crew import open_crew
from deckgen.press.pages import Page
from deckgen.sources.templates import packaged_folder

FORMS: Final = 2
EXAM: Final = f"""\
exams:
  - id: bench
    title: Bench
    forms: {FORMS}
    seed: "1"
    blueprint:
      - count: 40
"""


def pages(bank: Path, folder: Path) -> list[Page]:
    """Return the forms and the page with their answer sheets."""
    own = shutil.copytree(bank, folder / "bank", ignore=shutil.ignore_patterns("deckgen.lock"))
    (own / "exams.yaml").write_text(EXAM, encoding="utf-8")
    command = (sys.executable, "-m", "deckgen", "build", own, "--out", folder / "out", "--to", "exam-html")
    subprocess.run(command, check=True, capture_output=True)
    made = [*sorted((folder / "out/exams/bench").glob("form-?.html")), folder / "out/exams/bench/answer-sheet.html"]
    return [Page(path.name, path.read_bytes()) for path in made]


def cost(wanted: list[Page]) -> tuple[float, float]:
    """Print pages in one worker; return its CPU seconds, and the largest size in MB of any until now."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    font = "theme/fonts/mono.woff2"
    with open_crew({font: (packaged_folder() / font).read_bytes()}) as crew:
        crew.print(wanted, lambda _: None)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def main() -> None:
    """Print the rows."""
    crews._MOST = 1  # one worker, so that its time is told apart from that of its start
    with TemporaryDirectory() as folder:
        made = pages(Path(sys.argv[1]), Path(folder))
    start, _ = cost([])
    whole, size = cost(made)
    print(f"| a worker begins to print | | {start:.2f} | | | |")
    print(f"| a form of 40 with its sheet as PDF | 40 | {(whole - start) / FORMS:.2f} | {size:.0f} | 2 s | |")


if __name__ == "__main__":
    main()
