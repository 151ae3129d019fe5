"""The bank's memory between releases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the lock remembers of one thing.

    `kind` is `note` or `type`, `name` a full name without white space, `hash` that of the content, `time` the second
    since 1970 in which the content last changed, `since` and `changed` the versions of its first release and of its
    last change.
    """

    kind: str
    name: str
    hash: str
    time: int
    since: str
    changed: str


@dataclass(frozen=True, slots=True)
class Lock:
    """All stamps, by kind and name."""

    stamps: Mapping[tuple[str, str], Stamp] = field(default_factory=lambda: MappingProxyType({}))

    def get(self, kind: str, name: str) -> Stamp | None:
        """Return what is remembered of a thing."""
        return self.stamps.get((kind, name))

    def stamp(self, kind: str, name: str, content: str, *, now: int, version: str) -> Stamp:
        """Return the stamp of a thing whose content has this hash: the old one, or one that is newer than it."""
        old = self.get(kind, name)
        if old is None:
            return Stamp(kind, name, content, now, version, version)
        if old.hash == content:
            return old
        return Stamp(kind, name, content, max(now, old.time + 1), old.since, version)

    def updated(self, stamps: tuple[Stamp, ...], version: str) -> "Lock":
        """Return the lock after a build; of the kinds stamped, what is gone and was never released is forgotten."""
        kinds = {stamp.kind for stamp in stamps}
        kept = {key: old for key, old in self.stamps.items() if old.kind not in kinds or old.since != version}
        return Lock(MappingProxyType(kept | {(stamp.kind, stamp.name): stamp for stamp in stamps}))
