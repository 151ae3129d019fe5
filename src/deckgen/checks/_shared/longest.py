"""Which options of an item a reader sees as the longest."""

from collections.abc import Iterator

from deckgen.checks._shared.lengths import visible_length
from deckgen.checks._shared.reading import has_entire_options
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Option
from deckgen.model.names import full_name


def single_choices(bank: Bank) -> Iterator[tuple[str, Choice]]:
    """Yield the live items with one key among two or more options, all of which were read, by full name."""
    for module in bank.modules:
        for item in module.choices:
            marks = [option.correct for option in item.options]
            if len(marks) > 1 and marks.count(True) == 1 and has_entire_options(item):
                yield full_name(module, item.id), item


def longest_options(item: Choice) -> list[Option]:
    """Return the options that show the most characters; what is shorter even as written is not looked at."""
    most, longest = -1, []
    for option in sorted(item.options, key=lambda option: -len(option.text)):
        if len(option.text) < most:
            break
        length = visible_length(option.text)
        if length > most:
            most, longest = length, [option]
        elif length == most:
            longest.append(option)
    return longest
