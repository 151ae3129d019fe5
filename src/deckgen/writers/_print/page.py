"""One page: a template filled, as an artifact; a fault in a bank's own template is a finding."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final

from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.edition import Artifact, Edition
from deckgen.model.exam import Exam
from deckgen.render.template_faults import TemplateFault
from deckgen.render.templates import Renderer
from deckgen.writers._print.faults import of_no_use, sign_without_font, template_fails
from deckgen.writers._print.texts import texts

_PLACES: Final = 10
_WORDS: Final = "print/words.html.j2"


class Pages:
    """Fills the templates of an edition, which are compiled once for all writers: `edition.once(Pages)`."""

    def __init__(self, edition: Edition) -> None:
        self._bank = edition.bank
        self._frame = {"head": edition.bank.head, "size": edition.paper.value}
        self._renderer = Renderer(edition.templates)

    def page(self, path: str, template: str, exam: Exam | None = None, /, **context: object) -> Artifact | Diagnostic:
        """Return a page; beside this context it knows the bank's head, the paper's size, and its exam if it has one."""
        if self._lacking:
            return self._lacking[0]
        frame = {**self._frame, "exam": exam, "is_large": False}
        try:
            data = self._renderer.render(f"print/{template}.html.j2", **{**frame, **context})
        except TemplateFault as fault:
            return template_fails(Span(fault.file, fault.line), fault.why)
        return Artifact(PurePosixPath(path), data, exam.id if exam else None)

    @cached_property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with a bank's own theme as a whole, and the signs that no font of the theme has."""
        return (*self._lacking, *self._unused(), *self._texts_without_font(), *self._words_without_font())

    @cached_property
    def _lacking(self) -> tuple[Diagnostic, ...]:
        """The findings for words that a bank's own lack; without them no page is made."""
        try:
            lacking = tuple(self._renderer.lacking(_WORDS))
        except TemplateFault as fault:
            return (template_fails(Span(fault.file, fault.line), fault.why),)
        span = Span(f"templates/{_WORDS}", 1)
        return tuple(
            template_fails(span, f"it has no word `{name}`; write `{line}` in your language") for name, line in lacking
        )

    def _unused(self) -> Iterator[Diagnostic]:
        """Yield a finding for each file and each token of a bank's theme that is of no use."""
        for name, near in self._renderer.unused():
            yield of_no_use(Span(f"templates/{name}", 1), "this file", near and f"templates/{near}")
        for file, line, name, near in self._renderer.unused_tokens():
            yield of_no_use(Span(file, line), f"`{name}`", near)

    def _texts_without_font(self) -> Iterator[Diagnostic]:
        """Yield a finding for each text with such signs, a sign at its first ten places."""
        places: Counter[str] = Counter()
        for text, origin, field in texts(self._bank):
            if text.isascii():
                continue
            signs = [sign for sign in self._renderer.without_font(text) if places[sign] < _PLACES]
            places.update(signs)
            if signs:
                yield sign_without_font(origin.of(field), signs)

    def _words_without_font(self) -> Iterator[Diagnostic]:
        """Yield a finding for each line of a template, such as that of the words, which has such signs."""
        for name, text in self._renderer.texts("print/"):
            for number, line in enumerate(text.splitlines(), start=1):
                if signs := self._renderer.without_font(line):
                    yield sign_without_font(Span(f"templates/{name}", number), signs)
