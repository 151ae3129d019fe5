"""What Anki shows of a bank: its release, what it holds, whose facts these are, what changed, how to update."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from types import MappingProxyType
from typing import Final

from deckgen.model.bank import BankHead
from deckgen.model.lock import Stamp
from deckgen.render.markup import block_html
from deckgen.writers._anki.dated import DatedNotes

_KINDS: Final[Mapping[str, str]] = MappingProxyType({"cell": "table"})
HOW_TO_UPDATE: Final = (
    "To update, import the new file with Anki's default options. Your schedule stays, and so do your tags and edits on "
    "notes that have not changed. A correction passes by a note that you edited after it was made, or that Anki has "
    "called a leech since; the import option “Update notes: Always” brings it, and takes your own words and tags off "
    "all notes of this deck. Do not add fields or card templates to its note types: Anki would correct their notes no "
    "more."
)
"""What learners are told in the deck and in the release notes."""


def description(head: BankHead, dated: DatedNotes, time: int) -> str:
    """Return the description of the root deck."""
    counts = Counter(_KINDS.get(note.draft.type.name, note.draft.type.name) for note in dated.notes)
    held = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    day = datetime.fromtimestamp(time, UTC).date().isoformat()
    facts = [f"Version {head.version}", f"{counts.total()} notes ({held})", head.licence or "", day]
    about = " · ".join(escape(fact) for fact in facts if fact)
    attribution = block_html(head.attribution) if head.attribution else ""
    return f"<p>{about}</p>\n{attribution}{_changes(head, dated)}<p>{HOW_TO_UPDATE}</p>"


def changed_tag(head: BankHead, stamp: Stamp) -> str:
    """Return the tag that tells in which version a note last changed; it is no part of the note's hash."""
    return f"{head.id}::changed::{stamp.changed}"


def _changes(head: BankHead, dated: DatedNotes) -> str:
    """Say what this version changed, unless it is the first."""
    stamps = [note.stamp for note in dated.notes]
    old = [stamp for stamp in (*stamps, *dated.retired) if stamp.since != head.version]
    if not old:
        return ""
    new = len(stamps) + len(dated.retired) - len(old)
    back = sum(stamp.is_back(head.version) for stamp in stamps)
    changed = sum(stamp.changed == head.version for stamp in old if not stamp.retired) - back
    retired = sum(stamp.retired == head.version for stamp in dated.retired)
    again = f"{back} back, " if back else ""
    tag = escape(f"tag:{head.id}::changed::{head.version}")
    return f"<p>In this version: {new} new, {changed} changed ({tag}), {again}{retired} retired.</p>\n"
