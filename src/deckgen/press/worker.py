"""A process that prints: it reads pages from standard input and writes what becomes of them to standard output.

Run as `python -m deckgen.press.worker FOLDER`, in an environment that `crew` makes.
"""

import os
import pickle
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from deckgen.press.fonts import write_fonts
from deckgen.press.pages import Failed, Lacking, Page, Printed, Ready
from deckgen.press.weasy import Weasy


def main(folder: Path) -> None:
    """Set up, say whether this went well, then print page after page until there are no more."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print by themselves is no answer
    weasy = _set_up(folder, pickle.load(sys.stdin.buffer))
    if isinstance(weasy, Lacking):
        return _answer(answers, weasy)
    _answer(answers, Ready(weasy.versions()))
    while (page := pickle.load(sys.stdin.buffer)) is not None:
        _answer(answers, _print(weasy, page))
    return None


def _set_up(folder: Path, fonts: Mapping[str, bytes]) -> Weasy | Lacking:
    try:
        write_fonts(folder, fonts)
        try:
            return Weasy()
        except OSError as error:  # a library that Python cannot load
            return Lacking(False, str(error))
    except ImportError as error:
        return Lacking(True, str(error))


def _print(weasy: Weasy, page: Page) -> Printed | Failed:
    try:
        return weasy.print(page)
    except Exception as error:  # it goes on where it can be told, and ends the build there
        return Failed(f"{type(error).__name__}: {error}", traceback.format_exc())


def _answer(answers: IO[bytes], answer: Printed | Failed | Ready | Lacking) -> None:
    pickle.dump(answer, answers)
    answers.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
