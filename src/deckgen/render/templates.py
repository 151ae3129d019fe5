"""Templates: layout in, page out. Everything is escaped, what is undefined is an error, and nothing is fetched."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from types import TracebackType
from typing import Any, Final

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import Expr
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from deckgen.model.form import letter
from deckgen.render.blocks import lost_part, reached
from deckgen.render.cloze import plain_text_html
from deckgen.render.columns import columns
from deckgen.render.css import css_string, style_sheet, unbalanced
from deckgen.render.direction import direction
from deckgen.render.ending import ending
from deckgen.render.fit import fitted_block, fitted_inline
from deckgen.render.fonts import FONTS_HERE, faces, missing_font, with_fonts, without_font
from deckgen.render.room import writing_lines
from deckgen.render.unused import unused, unused_tokens

_OURS: Final = ("deckgen.model.", "deckgen.writers._print.")
_FOLDER: Final = "templates/"
_ORIGINAL: Final = "deckgen/"
_SET: Final = re.compile(r"\{% set (?P<name>\w+) = .+ %\}")


class TemplateFault(Exception):
    """What is wrong at a line of a template: its author's fault, as a value that a writer can report."""

    def __init__(self, file: str, line: int, why: str) -> None:
        super().__init__(f"{file}:{line}: {why}")
        self.file, self.line, self.why = file, line, why


class _Generator(CodeGenerator):
    """Compiles templates that take HTML as it is; Jinja2's own would copy each piece of it once more."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        """Write what goes before an expression, as `jinja2.nativetypes` does in its own way."""
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.escaped(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, which need not ask of every value whether it is harmless: most are of the same few types."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute, or what stands for an undefined or a forbidden one."""
        harmless = _is_harmless(type(obj))  # type: ignore[arg-type]  # mypy holds that a class may not be hashable
        if harmless and not attribute.startswith("_"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)


class Renderer:
    """Renders the templates of one edition; each is compiled once.

    A bank's own templates come from whoever wrote the bank, so where there is one, all run in a sandbox: they lay out
    and no more. The packaged ones alone need none, and take an eighth less time.
    """

    def __init__(self, templates: Mapping[str, bytes]) -> None:
        self._templates = templates
        self._sheets: dict[str, Markup] = {}
        self._seen: set[str] = set()
        self._looked_at: set[str] = set()
        kind = Environment if _are_packaged(templates) else _Sandbox
        self._environment = kind(
            loader=FunctionLoader(self._source),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            cache_size=-1,
        )
        self._environment.code_generator_class = _Generator
        self._environment.extend(escaped=_escaped)
        self._environment.globals = {"css": self._style_sheet, "fonts": lambda: FONTS_HERE}
        self._faces = faces(templates)
        self._environment.filters |= {
            "markdown": _safe(fitted_block),
            "inline": _safe(fitted_inline),
            "fact": _safe(plain_text_html),
            "css": _safe(css_string),
            "columns": columns,
            "lines": writing_lines,
            "direction": direction,
            "ending": ending,
            "letter": letter,
        }

    def render(self, name: str, **context: object) -> bytes:
        """Render a template as UTF-8; raise `TemplateFault` where it has a fault."""
        self._look_at_theme(name)
        with _faults_of(name):
            return with_fonts(list(self._environment.get_template(name).generate(context)), self._faces)

    def words(self, name: str) -> dict[str, str]:
        """Return the texts that a template sets, sorted by name; raise `TemplateFault` where it has a fault."""
        return {key: str(text) for key, text in self._made(name).items() if isinstance(text, str)}

    def lacking(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the names that an own template does not set, and how the original does; or raise `TemplateFault`."""
        original = self._templates[_ORIGINAL + name]
        if self._templates[name] != original:
            made = self._made(name)
            for found in _SET.finditer(original.decode()):
                if found["name"] not in made:
                    yield found["name"], found[0]

    def _made(self, name: str) -> dict[str, object]:
        self._look_at_parts(name)
        with _faults_of(name):
            template = self._environment.get_template(name)
            template.render()  # a fault has the template's own line here alone, not in what `module` does
            made = sorted(vars(template.module).items())  # of the names themselves Jinja2 keeps a set
            return {key: one for key, one in made if not key.startswith("_")}

    def _look_at_theme(self, name: str) -> None:
        """Raise `TemplateFault` for what Jinja2 and browsers pass over in silence, once for each template."""
        if name in self._seen:
            return
        _decoded("theme/fonts.css", self._templates.get("theme/fonts.css", b""))
        if lost := missing_font(self._templates):
            why = f"there is no `{lost[1]}` in `templates/theme/`; put the font there, for nothing is fetched"
            raise TemplateFault(_FOLDER + "theme/fonts.css", lost[0], why)
        self._look_at_parts(name)
        self._seen.add(name)

    def _look_at_parts(self, name: str) -> None:
        """Raise `TemplateFault` for the first part of a bank's own templates that is lost, once for all pages."""
        if _are_packaged(self._templates):
            return
        with suppress(TemplateSyntaxError):  # told with its place when it is rendered
            for one in reached(self._environment, self._templates, name, self._looked_at):
                if _is_own(self._templates, one):
                    _decoded(one, self._templates[one])
                    if found := lost_part(self._environment, self._templates, one):
                        raise TemplateFault(_FOLDER + one, *found)

    def texts(self, folder: str) -> Iterator[tuple[str, str]]:
        """Yield the templates of a folder as they are written, by name."""
        for name in sorted(name for name in self._templates if name.startswith(folder)):
            yield name, self._templates[name].decode("utf-8", "ignore")

    def unused(self) -> Iterator[tuple[str, str | None]]:
        """Yield a bank's own files that neither replace one of deckgen's nor are named, each with a like name."""
        return unused(self._templates)

    def unused_tokens(self) -> Iterator[tuple[str, int, str, str | None]]:
        """Yield file, line and name of a bank's own tokens that no page uses, with a like name."""
        for line, name, near in unused_tokens(self._templates):
            yield f"{_FOLDER}theme/tokens.css", line, name, near

    def without_font(self, text: str) -> str:
        """Return the signs of a text that none of the theme's fonts has, sorted."""
        return "" if text.isascii() else "".join(sorted(without_font(set(text), self._faces)))

    def _source(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        data = self._templates.get(name)
        return None if data is None else (_decoded(name, data), _FOLDER + name, lambda: True)

    def _style_sheet(self, name: str) -> Markup:
        if name not in self._sheets:
            if name not in self._templates:
                raise TemplateNotFound(name)
            text = _decoded(name, self._templates[name])
            if found := unbalanced(text):
                raise TemplateFault(_FOLDER + name, *found)
            self._sheets[name] = Markup(style_sheet(text))
        return self._sheets[name]


def _are_packaged(templates: Mapping[str, bytes]) -> bool:
    """Tell whether each template is the original of its name."""
    return not any(_is_own(templates, name) for name in templates)


def _is_own(templates: Mapping[str, bytes], name: str) -> bool:
    return not name.startswith(_ORIGINAL) and templates.get(_ORIGINAL + name) != templates[name]


@contextmanager
def _faults_of(name: str) -> Iterator[None]:
    """Raise what is wrong with a template as its author's fault, and what is not as it is."""
    try:
        yield
    except TemplateSyntaxError as error:
        file = error.filename or _FOLDER + name
        raise TemplateFault(file, error.lineno, error.message or "no template") from error
    except RecursionError as error:
        why = f"it extends or includes itself; the original is `{_ORIGINAL}{name}`"
        raise TemplateFault(_FOLDER + name, 1, why) from error
    except Exception as error:
        place, is_its_own = _place(error.__traceback__)
        if isinstance(error, TemplateNotFound):
            raise TemplateFault(*place or (_FOLDER + name, 1), f"there is no template `{error.name}`") from error
        if place is not None and (is_its_own or isinstance(error, TemplateError)):
            raise TemplateFault(*place, str(error)) from error
        raise


@cache
def _is_harmless(kind: type) -> bool:
    """Tell whether all public attributes of a type may be read: ours, and Jinja2's loops and imports."""
    return kind in (LoopContext, TemplateModule) or kind.__module__.startswith(_OURS)


def _decoded(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TemplateFault(_FOLDER + name, line, "this is not UTF-8; save the file as UTF-8") from error


def _escaped(value: object) -> str:
    return value if type(value) is Markup else escape(value)


def _safe(render: Callable[[str], str]) -> Callable[[str], Markup]:
    return lambda text: str.__new__(Markup, render(text))  # a third of the time of `Markup(…)`, which looks at it first


def _place(trace: TracebackType | None) -> tuple[tuple[str, int] | None, bool]:
    """Return file and line of the innermost template in a traceback, and whether the error arose in it itself."""
    place, is_innermost = None, False
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        is_innermost = file.startswith(_FOLDER)
        place = (file, trace.tb_lineno) if is_innermost else place
        trace = trace.tb_next
    return place, is_innermost
