"""No distractor is the same number as the key.

"1,000" and "1000", "0.5" and "50%", "1024 MiB" and "1 GiB" are equal; a learner who chooses one is marked wrong for the
right value. Values are computed exactly, and only where the units leave no doubt: a MB may be 1000 or 1024 kB. Versions
and questions about how a number is written are left alone. The finding is structural.

Wrong:

    options:
      - text: 1 GiB
        correct: true
      - text: 1024 MiB

Right:

    options:
      - text: 1 GiB
        correct: true
      - text: 1000 MiB
"""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.amounts import amount
from deckgen.checks._shared.context import Context
from deckgen.checks._shared.double_entry import unfold
from deckgen.checks._shared.english import is_english
from deckgen.checks._shared.lead_in import lead_ins
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Option

CODE: Final = "K109"
SEVERITY: Final = Severity.ERROR
_MAY_BE_NUMBER: Final = re.compile(r"[\s`*_$€£¥₹\u2212-]*[0-9]")
_DOUBTFUL: Final = re.compile(r"[.,]")
"""A point or comma that groups digits in one language and starts the fraction in another."""

_CPU: Final = re.compile(r"\b(?:cpus?|cores?|millicores?|millicpu)\b", re.IGNORECASE)
_VERSIONS: Final = re.compile(
    r"\b(?:versions?|releases?|tags?|images?|upgrad\w*|branch\w*|chapters?|sections?|v\d[\w.]*)\b", re.IGNORECASE
)
_DOTTED: Final = re.compile(r"[\s`\"']*\d+\.\d+[\s`\"']*")
_PROGRAM: Final = re.compile(r"```|~~~|`[^`\n]*[()*/+=][^`\n]*`")
_FORM: Final = re.compile(
    r"\b(?:print\w*|outputs?|displays?|show[sn]?|writ\w*|formats?|formatted|notation\w*|syntax|literals?|canonical\w*|"
    r"strings?|types?|typed|conver\w*|express\w*|round\w*|percent\w*|decimals?|fractions?|binary|octal|hex\w*|digits?|"
    r"precision|equals?|equivalent|same|simplif\w*|lowest terms|returns?|evaluat\w*|floats?|integers?|valid|accept\w*|"
    r"parse\w*|spel\w*|units?|versions?|releases?)\b",
    re.IGNORECASE,
)


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find distractors that equal a key in value, but not in writing, of which another rule speaks."""
    english = is_english(bank)
    for module in bank.modules:
        for item in module.choices:
            if sum(map(bool, [_MAY_BE_NUMBER.match(option.text) for option in item.options])) > 1:
                for place, key in _equal_to_key(item, english):
                    text = unfold(item.options[place].text)
                    message = f"`{text}` is the same number as the key `{unfold(key.text)}`; change or remove it"
                    yield Diagnostic(item.origin.of("options", place), CODE, message)


def _equal_to_key(item: Choice, is_english: bool) -> Iterator[tuple[int, Option]]:
    if _is_about_writing(item):
        return
    is_cpu = bool(_CPU.search(item.stem))
    keys = [(key, value) for key in item.key if (value := _amount(key, is_cpu, is_english))]
    for place, option in enumerate(item.options):
        if keys and not option.correct and (own := _amount(option, is_cpu, is_english)):
            equal = next((key for key, value in keys if value == own and fold(key.text) != fold(option.text)), None)
            if equal:
                yield place, equal


def _amount(option: Option, is_cpu: bool, is_english: bool) -> tuple[object, str] | None:
    return None if not is_english and _DOUBTFUL.search(option.text) else amount(option.text, is_cpu)


def _is_about_writing(item: Choice) -> bool:
    """Tell whether two ways to write one number may be two answers: versions, programs, questions of form."""
    if any(map(_FORM.search, lead_ins(item.stem))):
        return True
    is_dotted = any(_DOTTED.fullmatch(option.text) for option in item.options)
    return is_dotted and bool(_VERSIONS.search(item.stem) or _PROGRAM.search(item.stem))
