"""Paper carries no sound; of `![words](file.mp3)` its readers see only the words.

Cards play the sound and keep its words for screen readers. Deckgen says what paper loses rather than lose it in
silence: accept the finding where the question can be answered from the words, or where nobody prints it.

Wrong:

    stem: |
      Which word do you hear? ![a word](word.mp3)

Right:

    stem: |
      Which word is spoken with a short vowel? ![“bit”, spoken slowly](bit.mp3)
    ignore:
      - rule: W801
        reason: |
          On paper the words are enough.
"""

from collections.abc import Iterator
from typing import Final

from deckgen.checks._shared.context import Context
from deckgen.checks._shared.prose import passages
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.bank import Bank
from deckgen.model.media import media_of
from deckgen.render.parser import references

CODE: Final = "W801"
SEVERITY: Final = Severity.WARNING


def check(bank: Bank, context: Context) -> Iterator[Diagnostic]:
    """Find sounds in prose; most banks have none."""
    if all(medium.is_image for module in bank.modules for medium in module.media):
        return
    for text, origin, field in passages(bank):
        sounds = {address for address, medium in media_of(text).items() if not medium.is_image}
        for one in references(text) if sounds else ():
            if one.address in sounds:
                shown = f"only the words `{one.words}`" if one.words else "nothing"
                yield Diagnostic(origin.of(*field), CODE, f"paper carries no sound; it shows {shown}")
