"""What stands at a place of the bank's files."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deckgen.diagnostics import Span
from deckgen.model.bank import Bank
from deckgen.model.names import full_name, named_things
from deckgen.model.origin import Mark, Origin


@dataclass(frozen=True, slots=True)
class Places:
    """By file, the marks at which something starts, in order, and the names of what starts there."""

    marks: Mapping[str, tuple[Mark, ...]]
    names: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, bank: Bank) -> "Places":
        """Learn where everything that has a name starts."""
        starts: defaultdict[str, list[tuple[Mark, str]]] = defaultdict(list)
        for origin, name in _starts(bank):
            starts[origin.file].append((origin.mark, name))
        for found in starts.values():
            found.sort()
        return cls(
            {file: tuple(mark for mark, _ in found) for file, found in starts.items()},
            {file: tuple(name for _, name in found) for file, found in starts.items()},
        )

    def at(self, span: Span) -> str:
        """Return the name of what a place belongs to: `module/name`, a module, an exam, the bank; else nothing."""
        marks = self.marks.get(span.file, ())
        before = bisect_right(marks, (span.line, span.column))
        return self.names[span.file][before - 1] if before else ""


def _starts(bank: Bank) -> Iterator[tuple[Origin, str]]:
    yield bank.head.origin, bank.head.id
    for exam in bank.exams:
        yield exam.origin, exam.id
    for module in bank.modules:
        yield module.head.origin, module.id
        for thing in named_things(module):
            yield thing.origin, full_name(module, thing.id)
