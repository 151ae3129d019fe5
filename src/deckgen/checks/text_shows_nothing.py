"""Prose shows something when it is printed.

Markdown takes a line such as `[note]: https://…` for the target of a link and prints nothing of it; a card or an
option made of it alone would be empty.

Wrong:

    stem: |
      [volume]: https://kubernetes.io/docs/concepts/storage/volumes/

Right:

    stem: |
      Which object gives a Pod a [volume](https://kubernetes.io/docs/concepts/storage/volumes/)?
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.prose import passages
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.media import media_of
from deckgen.render.markup import block_html

CODE: Final = "B616"
SEVERITY: Final = Severity.ERROR
_MAY_BE_EMPTY: Final = re.compile(r"\s*(?:!?\[|[^\w\s]+\s*$)")
_TAG: Final = re.compile(r"<[^>]*>")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find prose of which nothing is seen; only what starts as such prose does is rendered."""
    for text, origin, field in passages(bank):
        if text and _MAY_BE_EMPTY.match(text) and not media_of(text) and not _TAG.sub("", block_html(text)).strip():
            first = text.strip().splitlines()[0]
            yield Diagnostic(origin.of(*field), CODE, f"nothing is shown of `{first}`; write words that are seen")
