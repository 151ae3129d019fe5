"""No rare word of the question stands in the key alone.

Who knows nothing chooses the option that sounds like the question; Haladyna, Downing and Rodriguez (2002, guideline
28b) call it a clang. Found is a key of which a third or more are words of the sentence that asks, words that are in no
distractor. Code does not count, nor what a tenth of the module's other stems say too: that is its subject. Measured on
368 published items: 12 of 14 findings of a wider rule were judged true, yet they added nothing once the length was
known (5 keys of 96). So this is a note, and silent where the key is much longer than the distractors.

Wrong:

    stem: |
      Which part of a node advertises its devices to the kubelet?
    options:
      - text: The device plugin
        correct: true
      - text: The container runtime
      - text: The service proxy

Right:

    stem: |
      Which part of a node tells the kubelet about its GPUs?
    options:
      - text: The device plugin
        correct: true
      - text: The container runtime
      - text: The service proxy
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.code import without_code
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.lead_in import lead_ins
from deckgen.checks._shared.lengths import much_longer_key
from deckgen.checks._shared.reading import has_entire_options
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Option

CODE: Final = "I205"
SEVERITY: Final = Severity.NOTE

_COUNTS: Final = frozenset({"all", "any", "both", "each", "every", "neither", "no", "none", "only"})
_SHARE: Final = 3
_WORD: Final = re.compile(r"[^\W\d_]{5,}")
_STOP: Final = frozenset(
    """about above after again against allow allows already although always among another answer answers because become
    becomes before behind being below between cannot cause causes change changes comes correct could different during
    either enough every false first following gives given going holds inside instead itself keeps large later least
    leave leaves likely makes making means might misses needs neither never number often option other others outside
    place possible provide provides question rather really reason right runs several should since small start starts
    state statement still takes tells their theirs themselves there these thing things those three through together
    towards under until using usually wants whether where which while whole whose within without works would wrong
    """.split()  # noqa: SIM905
)


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find keys that echo the stem."""
    if not bank.head.is_english:
        return
    for module in bank.modules:
        choices = module.choices
        common: frozenset[str] | None = None
        for item in choices:
            key = item.key
            if len(key) != 1 or not _may_echo(item, key[0], item.stem.lower()) or not has_entire_options(item):
                continue
            echoed = _echoed(item, key[0])
            common = _common_words(choices) if echoed and common is None else common
            words = {form: word for form, word in echoed.items() if form not in (common or ())}
            if words and not much_longer_key(item):
                said = ", ".join(f"`{word}`" for word in words.values())
                message = f"of all options only the key repeats {said} from the stem; reword the key or the stem"
                yield Diagnostic(key[0].origin.of("text"), CODE, message)


def _may_echo(item: Choice, key: Option, stem: str) -> bool:
    """Tell at little cost whether a third of the key may be words of the stem that are in no distractor."""
    said = key.text.lower().split()
    words = [word for word in said if len(word) > 4 and word not in _STOP]
    shared = [word for word in words if word.rstrip("s") in stem]
    if not shared or len(shared) * _SHARE < len(words) or said[0] in _COUNTS:
        return False
    others = "\n".join([option.text for option in item.options if not option.correct]).lower()
    return len([word for word in shared if word[:5] not in others]) * _SHARE >= len(words)


def _echoed(item: Choice, key: Option) -> dict[str, str]:
    """Return the words that the key alone has from the question, where it has more of them than any other option."""
    asked, words = _content(" ".join(lead_ins(item.stem))).keys(), _content(key.text)
    others = [option.text for option in item.options if not option.correct]
    if any(len(asked & _content(other).keys()) >= len(asked & words.keys()) for other in others):
        return {}
    lower = "\n".join(others).lower()
    return {form: word for form, word in words.items() if form in asked and form[:5] not in lower}


def _content(text: str) -> dict[str, str]:
    """Return the words of a text that mean something, as written, by the form in which they are compared."""
    words = _WORD.findall(without_code(text, " "))
    return {lower.rstrip("s"): word for word in words if (lower := word.lower()) not in _STOP}


def _common_words(choices: tuple[Choice, ...]) -> frozenset[str]:
    """Return the words that, besides its own stem, a tenth of the stems of a module have."""
    said: Counter[str] = Counter()
    for item in choices:
        said.update({word.rstrip("s") for word in _WORD.findall(item.stem.lower())})
    return frozenset(word for word, count in said.items() if 10 * (count - 1) >= len(choices))
