"""What keeps a page from being made."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from deckgen.diagnostics import Diagnostic, Severity, Span


def template_fails(span: Span, why: str) -> Diagnostic:
    """A bank's own template cannot be filled.

    It is no Jinja2, names something that does not exist, such as a block or a font, leaves a brace of a style sheet
    open, or does what a template may not do.

    Wrong: `{{ modul.head.title }}`

    Right: `{{ module.head.title }}`
    """
    return Diagnostic(span, "S117", f"this template fails: {why}")


def sign_without_font(span: Span, signs: Iterable[str]) -> Diagnostic:
    """A page brings a font for each of its signs, so that it looks the same on every machine.

    deckgen's fonts have Latin, Greek and Cyrillic letters, arrows, mathematical signs and lines of boxes. Of another
    sign a reader sees what their machine has for it, and a PDF, which takes no font of a machine, an empty box.

    Wrong: `日本` in a bank whose theme has no font for it.

    Right: the font beside `templates/theme/fonts.css`, and an `@font-face` in it with the font's `unicode-range`.
    """
    named = ", ".join(f"`{sign}` (U+{ord(sign):04X})" for sign in signs)
    why = f"no font of the theme has {named}; add one to `templates/theme/fonts.css`, or write it otherwise"
    return Diagnostic(span, "W809", why, Severity.WARNING)


def of_no_use(span: Span, what: str, near: str | None) -> Diagnostic:
    """A file of a bank's own templates takes the place of deckgen's by its name, or is named by another one.

    So does a token in `tokens.css`. What does neither changes nothing, which is seen only on paper and on cards.

    Wrong: `templates/theme/token.css`

    Right: `templates/theme/tokens.css`
    """
    cure = f"; did you mean `{near}`?" if near else "; name it in one that does"
    where = "card" if span.file.startswith("templates/anki/") else "page"
    return Diagnostic(span, "W811", f"no {where} uses {what}{cure}", Severity.WARNING)


CODES: Final[Mapping[str, Callable[..., Diagnostic]]] = MappingProxyType(
    {"S117": template_fails, "W809": sign_without_font, "W811": of_no_use}
)
