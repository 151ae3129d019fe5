"""Release notes (Markdown): for learners, what is new, changed and retired in this version.

Anki deletes nothing on import, so the notes end with a search that finds in Anki's browser what was ever retired.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import PurePosixPath
from textwrap import fill
from typing import Final

from deckgen.diagnostics import Diagnostic
from deckgen.model.bank import Bank
from deckgen.model.edition import Artifact, Edition
from deckgen.model.lock import Stamp
from deckgen.model.plain import plain
from deckgen.writers._anki.dated import DatedNotes, dated_notes
from deckgen.writers._anki.description import HOW_TO_UPDATE
from deckgen.writers._anki.note_words import NoteWords, note_words

_AT_ONCE: Final = 100
"""How many names a search has at most, since Anki answers none that is nested too deep."""

_WIDTH: Final = 120
_MARK: Final = re.compile(r"[\\`*_\[\]<>#|~&]")
_HOW_TO_RETIRE: Final = """\
New decks leave these out; Anki deletes nothing on import. Paste this into the search of Anki's browser to find all that
was ever retired, then suspend or delete it:
"""


def write(edition: Edition) -> Iterator[Artifact | Diagnostic | Stamp]:
    """Yield one page, and a stamp for each note that it speaks of: else a later build would date its changes anew."""
    dated = edition.once(dated_notes)
    yield from dated.findings
    page = "\n".join(_page(edition, dated))
    yield Artifact(PurePosixPath("release-notes.md"), page.encode("utf-8", "backslashreplace"))
    yield from dated.stamps


def _page(edition: Edition, dated: DatedNotes) -> Iterator[str]:
    head, words = edition.bank.head, note_words(edition.bank)
    stamps = [note.stamp for note in dated.notes]
    gone = _retired(edition, dated)
    new = [one for one in stamps if one.since == head.version]
    back = [one for one in stamps if one.is_back(head.version)]
    changed = [one for one in stamps if one.changed == head.version != one.since and one not in back]
    now_gone = [one for one in gone if one.retired == head.version]
    yield f"# {_escaped(head.title)}, {_escaped(head.version)}\n"
    counts = f"{len(new)} new, {len(changed)} changed, {f'{len(back)} back, ' if back else ''}{len(now_gone)} retired"
    yield f"{_day(stamps)}{counts}; {len(stamps)} in all.\n"
    yield f"{fill(HOW_TO_UPDATE, _WIDTH)}\n"
    if new or changed or back:
        yield f"In Anki's browser `tag:{head.id}::changed::{head.version}` finds what is new or changed.\n"
    yield from _section("New", edition.bank, new, words, _plainly)
    yield from _section("Changed", edition.bank, changed, words, _plainly)
    yield from _section("Asked again", edition.bank, back, words, _plainly)
    yield from _section("Retired", edition.bank, now_gone, words, _with_reason)
    if gone:
        yield from ("## What is no longer asked\n", _HOW_TO_RETIRE)
        yield from _searches(head.id, sorted(one.name for one in gone))


def _retired(edition: Edition, dated: DatedNotes) -> Sequence[Stamp]:
    """Return what was ever retired, from the bank and from the lock, and is not asked again."""
    live = {note.stamp.name for note in dated.notes}
    remembered = {one.name: one for one in edition.lock.released(edition.bank.head.version).values() if one.retired}
    remembered |= {one.name: one for one in dated.retired}
    return [one for name, one in sorted(remembered.items()) if name not in live]


def _section(
    title: str, bank: Bank, stamps: Iterable[Stamp], words: Mapping[str, NoteWords], say: Callable[[NoteWords], str]
) -> Iterator[str]:
    """Yield a heading and a list for each module that has any."""
    titles = {module.id: " ".join(filter(None, (module.head.number, module.head.title))) for module in bank.modules}
    lists = [(name, list(ones)) for name, ones in groupby(stamps, key=lambda one: one.name.partition("/")[0])]
    if lists:
        yield f"## {title}\n"
    for name, ones in lists:
        yield f"### {_escaped(titles.get(name, name))}\n"
        yield "".join(f"- {say(words.get(one.name) or NoteWords(one.name))}\n" for one in ones)


def _plainly(words: NoteWords) -> str:
    return _escaped(words.text)


def _with_reason(words: NoteWords) -> str:
    reason = f" – {_escaped(plain(words.retired.reason))}" if words.retired else ""
    return f"{_escaped(words.text)}{reason}"


def _searches(bank: str, names: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(names), _AT_ONCE):
        keys = " OR ".join(f'"Key:{name}"' for name in names[start : start + _AT_ONCE])
        yield f'    "note:deckgen {bank} *" ({keys})\n'


def _day(stamps: Iterable[Stamp]) -> str:
    times = [one.time for one in stamps]
    return f"{datetime.fromtimestamp(max(times), UTC).date()}: " if times else ""


def _escaped(text: str) -> str:
    return _MARK.sub(r"\\\g<0>", text)
