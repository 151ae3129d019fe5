"""Workers side by side, each a process of its own that prints page after page.

They are started as programs, not forked: a build may have threads, and a fork of those is not safe.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import Any, Final

from deckgen.press.cures import cure
from deckgen.press.fonts import CONFIGURATION
from deckgen.press.pages import Failed, Lacking, Page, Printed, Ready

_DATED: Final = "0"
"""The second that fonts in a PDF are dated by; a constant, since nobody looks there and the clock must not."""

_MOST: Final = 16
"""A worker takes some 200 MB."""


_CHANGING: Final = ("FONTCONFIG_", "FC_", "FREETYPE_", "PANGO_", "HB_", "LANG", "LC_", "PYTHONWARNINGS")
"""How the variables begin that have a say in what a worker prints, or whether it does."""


class CannotPrint(Exception):
    """Something that printing needs is not installed; the message is for the user."""


class PageFailed(Exception):
    """A page could not be printed: our defect, WeasyPrint's, or that of a template."""

    advice: Final = (
        "where `templates/` beside the bank has files, move it away and build again: if that goes well, one of them is "
        "more than WeasyPrint can print; else nothing is wrong with your bank: please report this with the lines above"
    )


class Crew:
    """Workers, the first of which has said that it can print; more are taken on when there are pages for them."""

    def __init__(self, folder: Path, fonts: Mapping[str, bytes]) -> None:
        self._folder, self._fonts = folder, fonts
        self._workers = [self._worker(0)]
        try:
            self.versions = self._workers[0].ready()
        except BaseException:
            self.end()
            raise

    def print(self, pages: Sequence[Page], tell: Callable[[str], None]) -> list[Printed]:
        """Print pages; return them in their order, whoever was ready first."""
        count = min(_processors(), _MOST, len(pages))
        self._workers += [self._worker(number) for number in range(len(self._workers), count)]
        idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in self._workers:
            idle.put(worker)
        with ThreadPoolExecutor(max(count, 1)) as threads:
            largest_first = sorted(range(len(pages)), key=lambda number: -len(pages[number].html))
            futures = {number: threads.submit(_print, idle, pages[number]) for number in largest_first}
            try:
                _wait(futures.values(), tell)
            except BaseException:
                threads.shutdown(wait=False, cancel_futures=True)
                self.end()  # else the threads would wait for their workers
                raise
            return [futures[number].result() for number in range(len(pages))]

    def end(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()

    def _worker(self, number: int) -> "_Worker":
        return _Worker(self._folder / str(number), self._fonts)


@contextmanager
def open_crew(fonts: Mapping[str, bytes]) -> Iterator[Crew]:
    """Take on a worker; raise `CannotPrint` when something is not installed. `fonts` are those of the bundle."""
    with TemporaryDirectory(prefix="deckgen-", ignore_cleanup_errors=True) as folder:
        crew = Crew(Path(folder), fonts)
        try:
            yield crew
        finally:
            crew.end()


class _Worker:
    def __init__(self, folder: Path, fonts: Mapping[str, bytes]) -> None:
        folder.mkdir()
        self._said = (folder / "said.txt").open("w+b")
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "deckgen.press.worker", str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            env=_environment(folder),
        )
        self._is_ready = False
        self._send(dict(fonts))

    def ready(self) -> str:
        """Wait until the worker can print; return the versions that it prints with."""
        answer = self._receive("the first page")
        if isinstance(answer, Lacking):
            raise CannotPrint(cure(answer, sys.platform))
        assert isinstance(answer, Ready)
        self._is_ready = True
        return answer.versions

    def print(self, page: Page) -> Printed:
        if not self._is_ready:
            self.ready()
        self._send(page)
        answer = self._receive(page.path)
        if isinstance(answer, Failed):
            error = PageFailed(f"{page.path} cannot be printed: {answer.error}")
            error.add_note(answer.trace)
            raise error
        assert isinstance(answer, Printed)
        return answer

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()
        self._said.close()

    def _send(self, message: object) -> None:
        pipe = self._process.stdin
        assert pipe is not None
        try:
            pickle.dump(message, pipe)
            pipe.flush()
        except BrokenPipeError:
            pass  # the answer, which is missing then, tells

    def _receive(self, what: str) -> Any:
        pipe = self._process.stdout
        assert pipe is not None
        try:
            return pickle.load(pipe)
        except (EOFError, pickle.UnpicklingError) as gone:
            error = PageFailed(f"{what} cannot be printed: its worker ended with {self._process.wait()}")
            self._said.seek(0)
            error.add_note(self._said.read().decode(errors="replace")[-4000:])
            raise error from gone


def _print(idle: "SimpleQueue[_Worker]", page: Page) -> Printed:
    worker = idle.get()
    try:
        return worker.print(page)
    finally:
        idle.put(worker)


def _wait(futures: Any, tell: Callable[[str], None]) -> None:
    tell(f"pdf 0 of {len(futures)}")
    for done, future in enumerate(as_completed(futures), 1):
        future.result()
        tell(f"pdf {done} of {len(futures)}")


def _environment(folder: Path) -> dict[str, str]:
    """Return the environment of a worker: what could make it print otherwise than elsewhere is fixed or gone."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(_CHANGING)}
    return others | {
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "LC_ALL": "C.UTF-8",
        "SOURCE_DATE_EPOCH": _DATED,
        "FONTCONFIG_FILE": str(folder / CONFIGURATION),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(folder)),
    }


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
