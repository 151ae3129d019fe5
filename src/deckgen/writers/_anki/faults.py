"""What Anki cannot carry."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from deckgen.diagnostics import Diagnostic, Span


def no_card(span: Span, name: str, number: int | None = None) -> Diagnostic:
    """Anki makes a card of each number among a fact's deletions.

    The numbers go from 1 to 499, and a deletion within a link's address or an image's words is none: it makes no card,
    and who has the card of an earlier release would see it empty, or never corrected again.

    Wrong:

        text: |
          Pods are placed [here](https://example.org/{{c1::one}}).

    Right:

        text: |
          Pods are placed [{{c1::here}}](https://example.org/one).
    """
    where = "for it stands in the address of a link or the words of an image"
    what = f"`{name}`" if number is None else f"`c{number}` in `{name}`, {where}"
    return Diagnostic(span, "W802", f"Anki makes no card of {what}; put `{{{{c1::` and `}}}}` around words to recall")


def one_name_for_two(span: Span, identity: str) -> Diagnostic:
    """Two notes never share a name: Anki would take one for the other.

    Names are compared under their oldest ids.

    Wrong:

        - id: gang
        - id: queue
          was: [gang]

    Right:

        - id: gang-term
        - id: queue
          was: [gang]
    """
    message = f"`{identity}` is the name of another note already; give one of them an id that was never used"
    return Diagnostic(span, "W803", message)


def note_too_large(span: Span, name: str) -> Diagnostic:
    """A note holds at most a million bytes.

    Anki's importer sets no limit: notes of 1, 10 and 60 million bytes went in, and were shown and found. Two things
    behind it do. Anki's sync sends up to 250 notes at once, and AnkiWeb takes 300 MiB of them, unpacked; 250 notes of a
    million bytes fit (and went to Anki's own server in 22 s), larger ones may block every sync of a learner from then
    on. And Android hands rows of a database on in windows of 1 to 2 MB, at which old versions of AnkiDroid crash
    (ankidroid/Anki-Android#4031 and #4033). Pictures are files of their own and do not count.

    Wrong: a whole log of two megabytes in a stem.

    Right: the ten lines of it that the question is about.
    """
    message = f"`{name}` is larger than a million bytes as a note of Anki; shorten it"
    return Diagnostic(span, "W804", message)


def card_template_fails(span: Span, why: str) -> Diagnostic:
    """A bank's own card template shows fields that its notes have.

    Anki takes any template, and says of a bad one on every card that it has a problem. So a tag names a field of the
    note type, what is opened by `{{#…}}` is closed, and a front shows something. A word such as `%answer%` is set in
    `templates/anki/words.html.j2`.

    Wrong: `{{Question}}`, or `{{#Explanation}}` without `{{/Explanation}}`

    Right: `{{Stem}}`, `{{#Explanation}}…{{/Explanation}}`
    """
    return Diagnostic(span, "W810", f"this card template fails: {why}")


CODES: Final[Mapping[str, Callable[..., Diagnostic]]] = MappingProxyType(
    {"W802": no_card, "W803": one_name_for_two, "W804": note_too_large, "W810": card_template_fails}
)
