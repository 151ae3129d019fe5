"""What is wrong with a template, as a value that a writer can report: where, and why."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Final

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

FOLDER: Final = "templates/"
"""How the names of templates start for people, and in tracebacks."""

ORIGINAL: Final = "deckgen/"
"""How the names of the packaged originals start, which a bank's own templates can extend."""


class TemplateFault(Exception):
    """What is wrong at a line of a template: its author's fault, as a value that a writer can report."""

    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(f"{file}:{line}: {why}")
        self.file, self.line, self.why = file, line, why


@contextmanager
def faults_of(name: str) -> Iterator[None]:
    """Raise what is wrong with a template as its author's fault, and what is not as it is."""
    try:
        yield
    except TemplateSyntaxError as error:
        file = error.filename or FOLDER + name
        raise TemplateFault(file, error.lineno, error.message or "no template") from error
    except RecursionError as error:
        why = f"it extends or includes itself; the original is `{ORIGINAL}{name}`"
        raise TemplateFault(FOLDER + name, 1, why) from error
    except Exception as error:
        place, is_its_own = _place(error.__traceback__)
        if isinstance(error, TemplateNotFound):
            raise TemplateFault(*place or (FOLDER + name, 1), f"there is no template `{error.name}`") from error
        if place is not None and (is_its_own or isinstance(error, TemplateError)):
            raise TemplateFault(*place, str(error)) from error
        raise


def decoded(name: str, data: bytes) -> str:
    """Return the text of a template; raise `TemplateFault` where it is none."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TemplateFault(FOLDER + name, line, "this is not UTF-8; save the file as UTF-8") from error


def _place(trace: TracebackType | None) -> tuple[tuple[str, int] | None, bool]:
    """Return file and line of the innermost template in a traceback, and whether the error arose in it itself."""
    place, is_innermost = None, False
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        is_innermost = file.startswith(FOLDER)
        place = (file, trace.tb_lineno) if is_innermost else place
        trace = trace.tb_next
    return place, is_innermost
