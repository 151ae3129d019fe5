"""Print the rows of the papers: 100 forms of 50 from a bank of 500, with their keys, in a process of its own.

python benchmarks/papers.py BANK
"""

import resource
import sys
from pathlib import Path
from time import process_time

from deckgen.assemble.draw import draw
from deckgen.model.edition import Artifact, Edition
from deckgen.model.lock import Lock
from deckgen.pipeline.check import no_collector
from deckgen.sources.bank_yaml import read_bank
from deckgen.sources.templates import read_templates
from deckgen.writers import writer

FORMS = 100


def main() -> None:
    """Draw the forms, then write every page; each is measured by itself."""
    folder = Path(sys.argv[1])
    with no_collector():
        bank = read_bank(folder).bank
        assert bank is not None
        start = process_time()
        paper, _ = draw(bank, bank.exams[0], forms=FORMS)
        assert paper is not None
        print(f"| {FORMS} forms of 50 drawn | 500 | {process_time() - start:.2f} | | 1 s | |")
        edition = Edition(bank, (paper,), read_templates(folder)[0], Lock(), 0, "", "")
        start = process_time()
        files = [one for one in writer("exam-html").write(edition) if isinstance(one, Artifact)]
        spent, megabytes = process_time() - start, sum(len(one.data) for one in files) / 1e6
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| their {len(files)} files | 500 | {spent:.2f} | {memory:.0f} | 2 s, 100 MB | {megabytes:.0f} MB |")


if __name__ == "__main__":
    main()
