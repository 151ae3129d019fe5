"""How `answer` is compared with the options: text for text, whatever the line breaks."""

from collections.abc import Iterator

from deckgen.checks._shared.reading import has_entire_options, is_entire
from deckgen.model.bank import Bank
from deckgen.model.item import Choice


def unfold(text: str) -> str:
    """Return the text with each run of white space as one blank."""
    return " ".join(text.split())


def answered(bank: Bank) -> Iterator[Choice]:
    """Yield the live items whose `answer` and options were read in full."""
    for module in bank.modules:
        for item in module.choices:
            if item.answer and is_entire(item.origin, "answer", item.answer) and has_entire_options(item):
                yield item


def unmatched(item: Choice) -> tuple[int, ...]:
    """Return the places of the answers that are no option's text."""
    texts = {unfold(option.text) for option in item.options}
    return tuple(place for place, answer in enumerate(item.answer) if unfold(answer) not in texts)
