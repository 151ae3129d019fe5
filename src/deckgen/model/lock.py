"""The bank's memory between releases."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from deckgen.model.deletions import Deletion


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the lock remembers of a note, a note type or a deck.

    `kind` is `note`, `type` or `deck`, `name` a full name without white space, `hash` that of the content, `time` the
    second since 1970 in which the content last changed, `since` and `changed` the versions of its first release and of
    its last change. Of a note also its note `type`, a fact's `deletions`, and the version that `retired` it; of a
    module's deck its `title`. A note's `id` is 0 where it is the one that grows from its name. `before` is the stamp as
    it was when this version's changes began.
    """

    kind: str
    name: str
    hash: str
    time: int
    since: str
    changed: str
    type: str = ""
    deletions: tuple[Deletion, ...] = ()
    retired: str = ""
    title: str = ""
    id: int = 0
    before: "Stamp | None" = None

    def as_released(self, version: str) -> "Stamp | None":
        """Return what learners have while this version is in the making; nothing where they have nothing yet."""
        if self.since == version:
            return None
        if self.before is None or self.changed != version:
            return self
        return replace(self.before, retired=self.retired or self.before.retired)

    def is_back(self, version: str) -> bool:
        """Tell whether this version brings back what an earlier one retired."""
        return self.changed == version and self.before is not None and self.before.retired != ""


@dataclass(frozen=True, slots=True)
class ReviewStamp:
    """What the lock remembers of a review: its day, and the hash of what the reviewer read."""

    on: date
    hash: str


Entry = Stamp | ReviewStamp | str
"""What one line of the lock says of one thing; a text is an accepted value, or the `uid`."""

_UID: Final = ("bank", "uid")
"""The words that the line of the `uid` begins with."""


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Lock:
    """All that is remembered: stamps by kind and name, accepted values by item and fact, reviews by item, the `uid`.

    All names are full and made of the oldest ids; the `uid` is that from which Anki's identities grew.
    """

    stamps: Mapping[tuple[str, str], Stamp] = field(default_factory=_nothing)
    accepted: Mapping[tuple[str, str], str] = field(default_factory=_nothing)
    reviews: Mapping[str, ReviewStamp] = field(default_factory=_nothing)
    uid: str = ""

    @classmethod
    def of(cls, entries: Mapping[tuple[str, ...], Entry]) -> "Lock":
        """Return the lock that has these entries."""
        stamps = {(key[0], key[1]): one for key, one in entries.items() if isinstance(one, Stamp)}
        accepted = {(key[1], key[2]): one for key, one in entries.items() if isinstance(one, str) and key != _UID}
        reviews = {key[1]: one for key, one in entries.items() if isinstance(one, ReviewStamp)}
        uid = str(entries.get(_UID, ""))
        return cls(MappingProxyType(stamps), MappingProxyType(accepted), MappingProxyType(reviews), uid)

    @property
    def entries(self) -> dict[tuple[str, ...], Entry]:
        """Everything that is remembered, by the words that its line begins with."""
        found: dict[tuple[str, ...], Entry] = {(*key,): stamp for key, stamp in self.stamps.items()}
        found |= {("fact", *names): value for names, value in self.accepted.items()}
        found |= {("review", name): stamp for name, stamp in self.reviews.items()}
        return found | ({_UID: self.uid} if self.uid else {})

    def get(self, kind: str, name: str) -> Stamp | None:
        """Return what is remembered of a note, a note type or a deck."""
        return self.stamps.get((kind, name))

    def released(self, version: str) -> Mapping[str, Stamp]:
        """Return the notes that learners have, as they have them: those of versions before this one."""
        notes = (one.as_released(version) for one in self.stamps.values() if one.kind == "note")
        return {one.name: one for one in notes if one is not None}

    @property
    def latest(self) -> int:
        """The last second in which anything changed."""
        return max((one.time for one in self.stamps.values()), default=0)

    def stamp(self, kind: str, name: str, content: str, *, now: int, version: str) -> Stamp:
        """Return the stamp of a thing whose content has this hash: the old one, or one that is newer than it.

        Content that is again what was released gets the stamp of that release: nothing has changed for a learner.
        """
        old = self.get(kind, name)
        if old is None:
            return Stamp(kind, name, content, now, version, version)
        released = old.as_released(version)
        was_gone = released is not None and released.retired not in ("", version)
        if released and released.hash == content and not was_gone:
            return replace(released, retired="")
        if old.hash == content and (released is None or old.changed == version):
            return old
        before = released and replace(released, before=None)
        return Stamp(kind, name, content, max(now, old.time + 1), old.since, version, before=before)

    def updated(self, stamps: tuple[Stamp, ...], version: str) -> "Lock":
        """Return the lock after a build; of the kinds stamped, what is gone and was never released is forgotten."""
        kinds = {stamp.kind for stamp in stamps}
        kept = {key: old.as_released(version) if old.kind in kinds else old for key, old in self.stamps.items()}
        there = {key: old for key, old in kept.items() if old is not None}
        return replace(self, stamps=MappingProxyType(there | {(stamp.kind, stamp.name): stamp for stamp in stamps}))
