"""From YAML text to located nodes, built from the parser's events.

Composing is left to nobody: libyaml's binding recurses there and crashes on deep nesting, and every composer keeps
the last of two equal keys without a word.
"""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from deckgen.diagnostics import Diagnostic, Span
from deckgen.sources import faults
from deckgen.sources.nodes import Mapping, Node, Scalar, Sequence
from deckgen.sources.text_file import has_control
from deckgen.sources.yaml_errors import explain_error

DEPTH_LIMIT: Final = 20
HAS_LIBYAML: Final = bool(yaml.__with_libyaml__)
_MERGE: Final = "<<"


class Document(NamedTuple):
    """The root of a file, `None` where nothing could be kept; `is_whole` is false where a part was lost."""

    root: Node | None
    faults: tuple[Diagnostic, ...]
    is_whole: bool


class _Frame:
    """An open list or mapping, and the key that waits for its value."""

    __slots__ = ("key", "node")

    def __init__(self, node: Sequence | Mapping) -> None:
        self.node = node
        self.key: Scalar | None = None


class _Stop(Exception):
    """Nothing after this place of the file is read."""


def read_nodes(text: str, file: str) -> Document:
    """Build the nodes of one document; what stands before a fault of syntax is kept."""
    builder = _Builder(text, file)
    try:
        for event in _events(text):
            builder.take(event)
    except _Stop:
        return builder.salvage()
    except yaml.YAMLError as error:
        builder.faults.append(explain_error(error, builder.lines, file))
        return builder.salvage()
    return Document(builder.root, tuple(builder.faults), is_whole=True)


def _events(text: str) -> Iterator[Any]:
    loader: Any = yaml.CBaseLoader(text) if HAS_LIBYAML else yaml.BaseLoader(text)
    try:
        while type(event := loader.get_event()) is not StreamEndEvent:
            yield event
    finally:
        loader.dispose()


class _Builder:
    """Puts events together; a finished list or mapping is handed to the one that holds it."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.has_comments = " #" in text
        self.faults: list[Diagnostic] = []
        self.root: Node | None = None
        self.open: list[_Frame] = []

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            self.add(self.scalar(event))
        elif kind is MappingStartEvent:
            self.start(Mapping({}, event.start_mark.line + 1, event.start_mark.column + 1), event)
        elif kind is SequenceStartEvent:
            self.start(Sequence([], event.start_mark.line + 1, event.start_mark.column + 1), event)
        elif kind in (MappingEndEvent, SequenceEndEvent):
            self.add(self.open.pop().node)
        elif kind is AliasEvent:
            self.refuse(event, f"`*{event.anchor}` is an alias, which banks do not use; put the text in quotes")
            self.add(Scalar(f"*{event.anchor}", event.start_mark.line + 1, event.start_mark.column + 1))
        elif kind is DocumentStartEvent and self.root is not None:
            self.refuse(event, "a second document starts here (`---`); a file of a bank holds one")
            raise _Stop

    def scalar(self, event: Any) -> Scalar:
        mark, style = event.start_mark, event.style
        if event.anchor or event.tag:
            self.refuse_anchor_and_tag(event)
        if style == '"' and has_control(event.value):
            span = Span(self.file, mark.line + 1, mark.column + 1)
            self.faults.append(faults.forbidden_character(span, "an escape for a control character", "delete it"))
        comment = self.comment_after(event.end_mark) if self.has_comments and not style else None
        return Scalar(event.value, mark.line + 1, mark.column + 1, comment)

    def comment_after(self, mark: Any) -> str | None:
        rest = self.lines[mark.line][mark.column :] if mark.line < len(self.lines) else ""
        return rest[1:].rstrip() if rest.startswith(" #") else None

    def start(self, node: Sequence | Mapping, event: Any) -> None:
        self.refuse_anchor_and_tag(event)
        if len(self.open) >= DEPTH_LIMIT:
            span = Span(self.file, node.line, node.column)
            self.faults.append(faults.over_limit(span, f"nested deeper than {DEPTH_LIMIT} levels; flatten it"))
            raise _Stop
        self.open.append(_Frame(node))

    def add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        frame = self.open[-1]
        if isinstance(frame.node, Sequence):
            frame.node.items.append(node)
        elif frame.key is None:
            frame.key = self.key_of(node)
        else:
            self.enter(frame.node, frame.key, node)
            frame.key = None

    def key_of(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        span = Span(self.file, node.line, node.column)
        cure = 'put the text in quotes, as in "{{ name }}"'
        self.faults.append(faults.wrong_kind(span, "the name of a field", "a list or a mapping", cure))
        return Scalar("", node.line, node.column)

    def enter(self, mapping: Mapping, key: Scalar, node: Node) -> None:
        span = Span(self.file, key.line, key.column)
        if key.text == _MERGE:
            self.faults.append(faults.yaml_machinery(span, "`<<` is a merge key, which banks do not use; write it out"))
        elif key.text in mapping.entries:
            first = mapping.entries[key.text][0]
            self.faults.append(faults.field_given_twice(span, key.text, Span(self.file, first.line, first.column)))
        else:
            mapping.entries[key.text] = (key, node)

    def refuse_anchor_and_tag(self, event: Any) -> None:
        if event.anchor:
            self.refuse(event, f"`&{event.anchor}` is an anchor, which banks do not use; put the text in quotes")
        if event.tag:
            self.refuse(event, f"`{event.tag}` is a tag, which banks do not use; put the text in quotes")

    def refuse(self, event: Any, what: str) -> None:
        span = Span(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
        self.faults.append(faults.yaml_machinery(span, what))

    def salvage(self) -> Document:
        """Keep the sections and entries that were complete; the entry in which the fault stands is lost."""
        if self.root is None and self.open and isinstance(self.open[0].node, Mapping):
            top = self.open[0]
            if top.key is not None and len(self.open) > 1 and isinstance(self.open[1].node, Sequence):
                section = self.open[1].node
                if len(self.open) == 2:
                    del section.items[-1:]  # the entry ended at the fault, and most likely too early
                self.enter(self.open[0].node, top.key, section)
            entries = self.open[0].node.entries.items()
            sections = {name: entry for name, entry in entries if not isinstance(entry[1], Scalar)}
            self.root = self.open[0].node._replace(entries=sections)
        return Document(self.root, tuple(self.faults), is_whole=False)
