"""Jinja2 as templates need it: with our filters, all text escaped, and a sandbox for those of a bank."""

from collections.abc import Callable
from functools import cache
from typing import Any, Final

from jinja2 import BaseLoader, Environment, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import Expr
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from deckgen.model.form import letter
from deckgen.render.cloze import plain_text_html
from deckgen.render.columns import columns
from deckgen.render.css import css_string
from deckgen.render.direction import direction
from deckgen.render.ending import ending
from deckgen.render.fit import fitted_block, fitted_inline
from deckgen.render.room import writing_lines

_OURS: Final = ("deckgen.model.", "deckgen.writers._print.")


def environment(loader: BaseLoader, *, sandboxed: bool) -> Environment:
    """Return an environment in which what is undefined is an error; a sandboxed one lays out and no more."""
    made = (_Sandbox if sandboxed else Environment)(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
    )
    made.code_generator_class = _Generator
    made.extend(escaped=_escaped)
    made.filters |= {
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
    return made


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


@cache
def _is_harmless(kind: type) -> bool:
    """Tell whether all public attributes of a type may be read: ours, and Jinja2's loops and imports."""
    return kind in (LoopContext, TemplateModule) or kind.__module__.startswith(_OURS)


def _escaped(value: object) -> str:
    return value if type(value) is Markup else escape(value)


def _safe(render: Callable[[str], str]) -> Callable[[str], Markup]:
    return lambda text: str.__new__(Markup, render(text))  # a third of the time of `Markup(…)`, which looks at it first
