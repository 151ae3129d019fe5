"""The article before a gap fits every option.

"An …" at the end of a stem strikes all options that begin with a consonant, whoever knows the matter or not (Haladyna,
Downing and Rodriguez 2002, guideline 28c). Write "a/an", or let each option bring its own article. Where the sound of
an option is in doubt, as in "user", "hour" or a word that is spelt out, nothing is said of it. This is plain to see and
was not measured: none of 368 published items had it.

Wrong:

    stem: |
      What extends the API and looks after an application by itself is an
    options:
      - text: operator
        correct: true
      - text: deployment
      - text: scheduler

Right:

    stem: |
      What extends the API and looks after an application by itself?
    options:
      - text: An operator
        correct: true
      - text: A deployment
      - text: A scheduler
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.assemble.shuffle import sums_up
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice
from deckgen.model.plain import plain

CODE: Final = "I208"
SEVERITY: Final = Severity.WARNING

_AFTER: Final = " \n_.:…\\"
_BEFORE_GAP: Final = re.compile(r"(?:(?:^|(?<=[.!?] ))An?|(?<= )an?)(?= _{2,}(?![^\W_])|[ _.:…]*$)")
_AN: Final = re.compile(r"a|e(?![uw])|i|o(?!n[ce]|ui)|u(?:n(?![ai])|p|lt)")
_A: Final = re.compile(
    r"[bcdgjkpqtvw](?:[aeiou]|[hlrw][aeiou])|y[aeou]|h(?!eir|erb|om|on|our)[aeiou]|[lmnr][aeiou]|f[lr]?[aeiou]"
    r"|s(?:[hklmnptw]|ch?|[cpt]r|pl)?[aeiou]"
)
_FIRST: Final = re.compile(r"\W*([A-Z]?[a-z]{2,})(?![a-z])")
_DETERMINER: Final = re.compile(r"\W*(?:an?|the|this|that|its?|their|one|no|any|some|each|every)\b", re.IGNORECASE)


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find stems whose article rules out options."""
    if not bank.head.is_english:
        return
    for module in bank.modules:
        for item in module.choices:
            article = _article(item.stem)
            if article and has_entire_options(item) and (count := _ruled_out(item, article)):
                message = (
                    f"`{article}` before the gap rules out {count} of the options; "
                    "write `a/an`, or let each option bring its article"
                )
                yield Diagnostic(item.origin.of("stem"), CODE, message)


def _article(stem: str) -> str | None:
    """Return the article before the one gap of a stem, or at its end."""
    if not ("__" in stem or stem.rstrip(_AFTER).endswith((" a", " an"))):
        return None
    articles = _BEFORE_GAP.findall(" ".join(stem.replace("\\", "").split()))
    return articles[0].lower() if len(articles) == 1 else None


def _ruled_out(item: Choice, article: str) -> int:
    """Return how many options do not fit the article that another fits."""
    texts = [plain(option.text) for option in item.options if not sums_up(option.text)]
    if any(map(_DETERMINER.match, texts)):
        return 0
    articles = [_sounds(text) for text in texts]
    return sum(one not in (None, article) for one in articles) if article in articles else 0


def _sounds(text: str) -> str | None:
    """Return the article that a text wants, if its first word leaves no doubt."""
    first = _FIRST.match(text)
    if first is None:
        return None
    word = first[1].lower()
    return "an" if _AN.match(word) else "a" if _A.match(word) else None
