"""What keeps a page from being made."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from deckgen.diagnostics import Diagnostic, Span


def template_fails(span: Span, why: str) -> Diagnostic:
    """A bank's own template cannot be filled.

    It is no Jinja2, names something that does not exist, or does what a template may not do.

    Wrong: `{{ modul.head.title }}`

    Right: `{{ module.head.title }}`
    """
    return Diagnostic(span, "S117", f"this template fails: {why}")


CODES: Final[Mapping[str, Callable[..., Diagnostic]]] = MappingProxyType({"S117": template_fails})
