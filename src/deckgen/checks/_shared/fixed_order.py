"""Items whose options keep the authored order, and where their key stands."""

from collections.abc import Iterator
from dataclasses import replace

from deckgen.assemble.shuffle import layout_of
from deckgen.checks._shared.reading import has_entire_options
from deckgen.model.item import Choice
from deckgen.model.module import Module


def fixed_items(module: Module) -> Iterator[tuple[Choice, int]]:
    """Yield the live items with `shuffle: false` and one key, and its place from 0; not pairs such as True and False.

    The order of a pair is no author's choice, nor is one in which every option has its `place`.
    """
    for item in module.choices:
        if item.shuffle or len(item.key) != 1 or not has_entire_options(item):
            continue
        if layout_of(replace(item, shuffle=True)).free:
            yield item, item.options.index(item.key[0])
