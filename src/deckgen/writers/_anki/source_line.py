"""Where an answer comes from: the module, and the pages that its facts cite."""

from collections.abc import Iterable
from html import escape

from deckgen.model.fact import Fact
from deckgen.model.module import Module
from deckgen.model.names import Index, full_name
from deckgen.model.table import Cell
from deckgen.render.anki_field import anki_field


def source_line(module: Module, cited: Iterable[Fact | Cell]) -> str:
    """Return the module's title with links to the sources of what is cited, else to the module's own."""
    links = dict.fromkeys(_link(one.source, str(one.as_of or "")) for one in cited if one.source)
    if not links and module.head.source:
        links = {_link(module.head.source.url, module.head.source.revision or ""): None}
    return anki_field(" · ".join([escape(module.head.title), *links]))


def cited(module: Module, references: Iterable[str], index: Index) -> Iterable[Fact | Cell]:
    """Yield the facts and cells of these names."""
    for reference in references:
        if found := index.cited(full_name(module, reference)):
            yield found


def _link(address: str, state: str) -> str:
    """Link to a page; its host says enough on a card, and the day tells how old the word is."""
    host = address.partition("//")[2].partition("/")[0] or address
    day = f" ({escape(state)})" if state else ""
    return f'<a href="{escape(address)}">{escape(host.removeprefix("www."))}</a>{day}'
