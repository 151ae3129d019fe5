"""From YAML text to located nodes, built from the parser's events.

Composing is left to nobody: libyaml's binding recurses there and crashes on deep nesting, and every composer keeps
the last of two equal keys without a word.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, NamedTuple

import yaml
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from deckgen.diagnostics import Diagnostic, Span
from deckgen.model.origin import Mark
from deckgen.sources import faults
from deckgen.sources.nodes import Mapping, Node, Scalar, Sequence
from deckgen.sources.text_file import has_control
from deckgen.sources.yaml_errors import explain_error

DEPTH_LIMIT: Final = 20
HAS_LIBYAML: Final = bool(yaml.__with_libyaml__)
_MERGE: Final = "<<"

_Key = tuple[str, Mark]
"""The name of a field and its place."""


class Document(NamedTuple):
    """The root of a file, `None` where nothing could be kept; `is_whole` is false where a part was lost."""

    root: Node | None
    faults: tuple[Diagnostic, ...]
    is_whole: bool


class _Stop(Exception):
    """Nothing after this place of the file is read."""


def read_nodes(text: str, file: str) -> Document:
    """Build the nodes of one document; what stands before a fault of syntax is kept."""
    loader: Any = yaml.CBaseLoader(text) if HAS_LIBYAML else yaml.BaseLoader(text)
    builder = _Builder(text, file, iter(loader.get_event, None))
    try:
        builder.read()
    except _Stop:
        return builder.salvage()
    except yaml.YAMLError as error:
        builder.faults.append(explain_error(error, builder.lines, file))
        return builder.salvage()
    finally:
        loader.dispose()
    return Document(builder.root, tuple(builder.faults), is_whole=True)


class _Builder:
    """Takes from the events those of one node after another; what is `open` has begun and not ended.

    With each list and mapping stands the key whose value it is, so that a broken file keeps its sections.
    """

    def __init__(self, text: str, file: str, events: Iterator[Any]) -> None:
        self.text = text
        self.file = file
        self.events = events
        self.has_comments = " #" in text
        self.faults: list[Diagnostic] = []
        self.root: Node | None = None
        self.open: list[tuple[Sequence | Mapping, _Key | None]] = []

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def read(self) -> None:
        for event in self.events:
            if isinstance(event, NodeEvent):
                self.root = self.node(event)
            elif isinstance(event, DocumentStartEvent) and self.root is not None:
                self.refuse(event, "a second document starts here (`---`); a file of a bank holds one")
                raise _Stop

    def node(self, event: Any, key: _Key | None = None) -> Node:
        kind = type(event)
        if kind is ScalarEvent:
            return self.scalar(event)
        if kind is MappingStartEvent:
            return self.mapping(event, key)
        if kind is SequenceStartEvent:
            return self.sequence(event, key)
        self.refuse(event, f"`*{event.anchor}` is an alias, which banks do not use; put the text in quotes")
        return Scalar(f"*{event.anchor}", _mark(event))

    def mapping(self, start: Any, key: _Key | None) -> Mapping:
        node = Mapping({}, _mark(start))
        self.start(node, start, key)
        for event in self.events:
            if type(event) is MappingEndEvent:
                break
            name = self.key(event)
            self.enter(node, name, self.node(next(self.events), name))
        self.open.pop()
        return node

    def sequence(self, start: Any, key: _Key | None) -> Sequence:
        node = Sequence([], _mark(start))
        self.start(node, start, key)
        for event in self.events:
            if type(event) is SequenceEndEvent:
                break
            node.items.append(self.node(event))
        self.open.pop()
        return node

    def start(self, node: Sequence | Mapping, event: Any, key: _Key | None) -> None:
        self.refuse_anchor_and_tag(event)
        if len(self.open) >= DEPTH_LIMIT:
            what = f"nested deeper than {DEPTH_LIMIT} levels; flatten it"
            self.faults.append(faults.over_limit(Span(self.file, *node.mark), what))
            raise _Stop
        self.open.append((node, key))

    def scalar(self, event: Any) -> Scalar:
        if event.anchor or event.tag or event.style == '"':
            self.check_scalar(event)
        comment = self.comment_after(event.end_mark) if self.has_comments and not event.style else None
        return Scalar(event.value, _mark(event), comment)

    def check_scalar(self, event: Any) -> None:
        self.refuse_anchor_and_tag(event)
        if event.style == '"' and has_control(event.value):
            span = Span(self.file, *_mark(event))
            self.faults.append(faults.forbidden_character(span, "an escape for a control character", "delete it"))

    def comment_after(self, mark: Any) -> str | None:
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return line[mark.column + 1 :].rstrip() if line.startswith(" #", mark.column) else None

    def key(self, event: Any) -> _Key:
        if type(event) is ScalarEvent:
            if event.anchor or event.tag or event.style == '"':
                self.check_scalar(event)
            return event.value, _mark(event)
        node = self.node(event)
        if isinstance(node, Scalar):
            return node.text, node.mark
        cure = 'put the text in quotes, as in "{{ name }}"'
        span = Span(self.file, *node.mark)
        self.faults.append(faults.wrong_kind(span, "the name of a field", "a list or a mapping", cure))
        return "", node.mark

    def enter(self, mapping: Mapping, key: _Key, node: Node) -> None:
        name, mark = key
        if name not in mapping.entries and name != _MERGE:
            mapping.entries[name] = (mark, node)
            return
        span = Span(self.file, *mark)
        if name == _MERGE:
            self.faults.append(faults.yaml_machinery(span, "`<<` is a merge key, which banks do not use; write it out"))
        else:
            first, _ = mapping.entries[name]
            self.faults.append(faults.field_given_twice(span, name, Span(self.file, *first)))

    def refuse_anchor_and_tag(self, event: Any) -> None:
        if event.anchor:
            self.refuse(event, f"`&{event.anchor}` is an anchor, which banks do not use; put the text in quotes")
        if event.tag:
            self.refuse(event, f"`{event.tag}` is a tag, which banks do not use; put the text in quotes")

    def refuse(self, event: Any, what: str) -> None:
        self.faults.append(faults.yaml_machinery(Span(self.file, *_mark(event)), what))

    def salvage(self) -> Document:
        """Keep the sections and entries that were complete; the entry in which the fault stands is lost."""
        if self.root is None and self.open and isinstance(top := self.open[0][0], Mapping):
            if len(self.open) > 1:
                self.salvage_section(top, *self.open[1])
            sections = {name: entry for name, entry in top.entries.items() if not isinstance(entry[1], Scalar)}
            self.root = top._replace(entries=sections)
        return Document(self.root, tuple(self.faults), is_whole=False)

    def salvage_section(self, top: Mapping, section: Sequence | Mapping, key: _Key | None) -> None:
        if key is not None and isinstance(section, Sequence):
            if len(self.open) == 2:
                del section.items[-1:]  # the entry ended at the fault, and most likely too early
            self.enter(top, key, section)


def _mark(event: Any) -> Mark:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
