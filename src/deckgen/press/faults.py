"""What a PDF cannot show."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from deckgen.diagnostics import Diagnostic, Severity, Span


def no_glyph(span: Span, sign: str) -> Diagnostic:
    """A character is in no font that a PDF may use, so that the PDF shows an empty box in its place.

    A PDF takes its fonts from the page and from deckgen, never from the machine that makes it: else it would look
    otherwise elsewhere. The place is that of the first such character in the page. A bank's own
    `templates/theme/print.css` can bring a font that has it, in a rule `@font-face` whose `src` is a `data:` address.

    Wrong: `日本` where no font has Japanese

    Right: `Japan`, or a font that has it
    """
    name = f"U+{ord(sign[0]):04X}" if sign else "a character"
    why = f"no font has `{sign}` ({name}); write it otherwise, or bring a font that has it"
    return Diagnostic(span, "W810", why, Severity.WARNING)


CODES: Final[Mapping[str, Callable[..., Diagnostic]]] = MappingProxyType({"W810": no_glyph})
