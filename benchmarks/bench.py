"""Measure deckgen and print a Markdown table: CPU seconds and peak memory of each command, in a process of its own.

python benchmarks/bench.py [--items 100 1000 10000]
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

HERE: Final = Path(__file__).resolve().parent
SHIPPED: Final = HERE.parent / "questions"
PYTHON: Final = sys.executable
ENVIRONMENT: Final = {**os.environ, "PYTHONPATH": str(HERE.parent / "src"), "PYTHONDONTWRITEBYTECODE": ""}
"""The modules are compiled once, as those of an installation are, whatever the shell says."""
DECKGEN: Final = (PYTHON, "-m", "deckgen")
RUNS: Final = 3
"""Of so many runs the one with the least CPU time counts."""
LARGE: Final = 10_000
"""The size of bank that the goals are set for."""
SAFE_LOAD: Final = (
    "import sys, pathlib, yaml\n"
    "for path in sorted(pathlib.Path(sys.argv[2]).rglob('*.yaml')):\n"
    "    yaml.load(path.read_bytes(), Loader=getattr(yaml, sys.argv[1]))\n"
)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: user and system seconds, and its largest resident size in MB."""

    seconds: float
    memory: float

    def __str__(self) -> str:
        """Return the cells of a row."""
        return f"{self.seconds:.2f} | {self.memory:.0f}"


def run_once(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a command in a folder and return its cost; end here when it fails."""
    with (folder / "output.txt").open("w+", encoding="utf-8") as output:
        child = subprocess.Popen(command, cwd=folder, env=ENVIRONMENT, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            output.seek(0)
            sys.exit(f"{' '.join(map(str, command))}\nexit code {child.returncode}\n{output.read()[-2000:]}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def best(command: Sequence[str | Path], folder: Path, reset: Callable[[], None]) -> Cost:
    """Return the run with the least CPU time; `reset` goes before each."""
    costs = []
    for _ in range(RUNS):
        reset()
        costs.append(run_once(command, folder))
    return min(costs, key=lambda cost: cost.seconds)


class Bench:
    """Measures in one temporary folder, and prints each row as soon as it is there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.costs: dict[tuple[str, int], Cost] = {}

    def row(
        self,
        name: str,
        command: Sequence[str | Path],
        items: int,
        goal: str = "",
        beside: str = "",
        is_first: bool = True,
    ) -> None:
        """Measure a command and print its row, with its time as a multiple of the row named `beside`."""
        bank = self.folder / f"bank-{items}"
        cost = best(command, self.folder, (lambda: self.forget(bank)) if is_first else (lambda: None))
        self.costs[name, items] = cost
        other = self.costs.get((beside, items))
        ratio = f"{cost.seconds / other.seconds:.1f} × {beside}" if other else ""
        print(f"| {name} | {items or ''} | {cost} | {goal} | {ratio} |", flush=True)

    def forget(self, bank: Path) -> None:
        """Remove what a build leaves behind, so that each build is a first one."""
        shutil.rmtree(self.folder / "build", ignore_errors=True)
        (bank / "deckgen.lock").unlink(missing_ok=True)

    def start_up(self) -> None:
        """Measure what does not depend on a bank's size."""
        self.row("`python -c pass`", (PYTHON, "-c", "pass"), 0)
        self.row("`deckgen --help`", (*DECKGEN, "--help"), 0, "0.1 s more than `pass`")
        shutil.copytree(SHIPPED, self.folder / "bank-0", ignore=shutil.ignore_patterns("deckgen.lock"))
        self.row("`deckgen build`, shipped bank", (*DECKGEN, "build", "bank-0"), 0, "1 s")
        self.rows_of("exam_forms.py")

    def bank(self, items: int) -> None:
        """Measure everything on a bank of this size."""
        bank = f"bank-{items}"
        run_once((PYTHON, HERE / "generate.py", bank, "--items", str(items)), self.folder)
        if items < LARGE:
            self.row("SafeLoader", (PYTHON, "-c", SAFE_LOAD, "SafeLoader", bank), items)
        self.row("CSafeLoader", (PYTHON, "-c", SAFE_LOAD, "CSafeLoader", bank), items)
        is_large = items == LARGE
        self.row("`deckgen check`", (*DECKGEN, "check", bank), items, "5 s" if is_large else "", "CSafeLoader")
        self.row("plain genanki", (PYTHON, HERE / "plain_genanki.py", bank, "plain.apkg"), items)
        goal = "8 s, 500 MB" if is_large else ""
        self.row("`deckgen build`", (*DECKGEN, "build", bank), items, goal, "plain genanki")
        if is_large:
            self.row("`deckgen check` with its lock", (*DECKGEN, "check", bank), items, "5 s", is_first=False)
            self.rows_of("anki_deck.py", bank)

    def papers(self) -> None:
        """Measure a hundred forms of fifty."""
        run_once((PYTHON, HERE / "generate.py", "bank-500", "--items", "500"), self.folder)
        self.rows_of("papers.py", "bank-500")

    def rows_of(self, name: str, *arguments: str) -> None:
        """Print the rows of a program that measures parts of its own process."""
        command = (PYTHON, HERE / name, *arguments)
        print(
            subprocess.run(
                command, cwd=self.folder, env=ENVIRONMENT, check=True, stdout=subprocess.PIPE, text=True
            ).stdout,
            end="",
            flush=True,
        )

    def growth(self, sizes: Sequence[int]) -> Iterator[str]:
        """Yield how the cost of an item changes from size to size; start-up counts for none."""
        for name in ("`deckgen check`", "`deckgen build`"):
            for small, middle, large in zip(sizes, sizes[1:], sizes[2:], strict=False):
                first, second, third = (self.costs[name, size].seconds for size in (small, middle, large))
                before, after = (second - first) / (middle - small), (third - second) / (large - middle)
                yield (
                    f"{name}: {third / second:.1f} × the time for {large / middle:.0f} × the items; an item more costs "
                    f"{before * 1000:.2f} ms up to {middle:,} items and {after * 1000:.2f} ms up to {large:,}"
                )


def main() -> None:
    """Read the command line and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--items", type=int, nargs="+", default=[100, 1000, LARGE], help="the sizes of the banks")
    sizes = sorted(parser.parse_args().items)
    print("| | items | CPU s | peak MB | goal | |\n|---|--:|--:|--:|---|---|")
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.start_up()
        bench.papers()
        for items in sizes:
            bench.bank(items)
        bench.rows_of("pdf.py", f"bank-{sizes[0]}")
    print("\n" + "\n".join(f"- {line}" for line in bench.growth(sizes)))


if __name__ == "__main__":
    main()
