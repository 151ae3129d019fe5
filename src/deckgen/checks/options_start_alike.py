"""Words with which every option starts belong into the stem.

They are read once for each option and tell nothing; in the stem they are read once (Haladyna, Downing and Rodriguez
2002: the central idea in the stem, little to read). Three words and more are reported: every finding on 368 published
items was true, as were 9 of 9 on 262 items of two quiz packages; at two words only four of nine were. Commands, code
and names such as "The Treaty of …" are left alone: they start alike because they have to.

Wrong:

    options:
      - It restarts the container
      - It restarts the node
      - It restarts the kubelet

Right:

    stem: What does it restart?
    options:
      - The container
      - The node
      - The kubelet
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice
from deckgen.model.plain import plain

CODE: Final = "I307"
SEVERITY: Final = Severity.NOTE
_FEWEST_WORDS: Final = 3
_BEFORE: Final = " \t\n*_~#>+-"
_COMMAND: Final = re.compile(r"\A\s*[`~$]|^(?: {4}|\t)|(?:^|\s)--?[a-zA-Z]", re.MULTILINE)

_CODE: Final = re.compile(
    r"[=(\[{;\\$<]|^(?:for \w+ in|(?:def|class|import|from|return|print|SELECT|INSERT|UPDATE|DELETE)\b)"
)
_BEFORE_NAMES: Final = ("of", "the", "de", "von")


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find items whose options share their first words."""
    for module in bank.modules:
        for item in module.choices:
            if (
                _may_start_alike(item)
                and len(shared := _shared_start(item)) >= _FEWEST_WORDS
                and not _is_name(shared, item)
            ):
                message = f"every option of `{item.id}` starts with `{' '.join(shared)}`; move these words to the stem"
                yield Diagnostic(item.origin.of("options"), CODE, message)


def _is_name(shared: list[str], item: Choice) -> bool:
    """Tell whether what is shared is code without its marks, or the start of a name such as "The Battle of …"."""
    words = " ".join(shared)
    if _CODE.search(words):
        return True
    rests = [plain(option.text)[len(words) :].lstrip() for option in item.options]
    return shared[-1].casefold() in _BEFORE_NAMES and all(rest[:1].isupper() for rest in rests)


def _may_start_alike(item: Choice) -> bool:
    """Compare two options, at little cost."""
    if len(item.options) < 2:
        return False
    first, second, *_ = item.options
    return first.text.lstrip(_BEFORE)[:3].lower() == second.text.lstrip(_BEFORE)[:3].lower()


def _shared_start(item: Choice) -> list[str]:
    """Return the words that start every option, and without which something is left of each."""
    if not has_entire_options(item) or any(_COMMAND.search(option.text) for option in item.options):
        return []
    texts = [plain(option.text).split() for option in item.options]
    most = min(map(len, texts)) - 1
    shared = 0
    while shared < most and len({words[shared].casefold() for words in texts}) == 1:
        shared += 1
    return texts[0][:shared]
