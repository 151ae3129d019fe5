"""The faults of a file's shape, each a function that words one finding.

Like a rule's, the docstring is what `deckgen explain` prints: the law, the reason, a wrong and a right example.
"""

import difflib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from deckgen.diagnostics import Diagnostic, Severity, Span


def unreadable_file(span: Span, why: str) -> Diagnostic:
    """A file or folder of the bank cannot be read.

    It is missing, it is not a plain file, its links run in a circle, or the system refuses it.

    Wrong: a `bank.yaml` that links to itself.

    Right: a plain file that you may read.
    """
    return Diagnostic(span, "S101", why)


def broken_utf8(span: Span, byte: int) -> Diagnostic:
    """A file is not UTF-8 text.

    Any other encoding would turn letters into other letters without a word.

    Wrong: a file saved as Latin-1 or UTF-16.

    Right: the same file saved as UTF-8; a byte-order mark at its start is skipped.
    """
    return Diagnostic(span, "S102", f"byte 0x{byte:02X} is not UTF-8; save the file as UTF-8")


def over_limit(span: Span, what: str) -> Diagnostic:
    """A file is larger, or nested deeper, than any bank that people write.

    Limits keep a damaged or hostile file from taking the machine's memory: 20 MB a file, 20 levels of nesting.

    Wrong: all 50,000 items in one file.

    Right: a file for each topic, about a hundred items in each.
    """
    return Diagnostic(span, "S103", what)


def forbidden_character(span: Span, what: str, cure: str) -> Diagnostic:
    """A tab, a control character or an invisible character stands in the text.

    Tabs break YAML's indentation; invisible characters make two texts differ that look the same.

    Wrong: a line indented with a tab, or with a no-break space pasted from a web page.

    Right: plain spaces.
    """
    return Diagnostic(span, "S104", f"{what}; {cure}")


def broken_yaml(span: Span, why: str) -> Diagnostic:
    """The file is not YAML.

    Most often a text starts with a character that means something in YAML, or holds `: `.

    Wrong: `- *.example.com`

    Right: `- "*.example.com"`
    """
    return Diagnostic(span, "S105", why)


def yaml_machinery(span: Span, what: str) -> Diagnostic:
    """Anchors, aliases, merge keys, tags and second documents are not used in banks.

    They hide text from whoever reads a change, and a text such as `!important` becomes one by accident.

    Wrong: `- !important`

    Right: `- "!important"`
    """
    return Diagnostic(span, "S106", what)


def field_given_twice(span: Span, name: str, first: Span) -> Diagnostic:
    """A field stands twice in one mapping.

    YAML readers keep one of the two without a word; which one the author meant, only the author knows.

    Wrong: `answer: Job` and, some lines on, `answer: Deployment`.

    Right: one of them.
    """
    return Diagnostic(span, "S107", f"`{name}` is given twice, first at {first}; keep one of them")


def unknown_field(span: Span, name: str, known: Iterable[str]) -> Diagnostic:
    """A field has a name that the format does not have.

    A misspelt field would otherwise be lost in silence.

    Wrong: `optons:`

    Right: `options:`
    """
    fields = sorted(known)
    near = nearest(name, fields)
    cure = f"did you mean `{near}`?" if near else "the fields here are " + ", ".join(f"`{one}`" for one in fields)
    return Diagnostic(span, "S108", f"unknown field `{name}`; {cure}")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that a misspelt one most likely means."""
    return next(iter(difflib.get_close_matches(name, sorted(known), n=1)), None)


def missing_field(span: Span, name: str, of: str) -> Diagnostic:
    """A field that everything of its sort needs is missing or empty.

    Wrong: an item without `stem:`, or with nothing behind it.

    Right: `stem: |` and the question below it, indented.
    """
    return Diagnostic(span, "S109", f"{of} needs `{name}`; add it")


def empty_field(span: Span, blank: str | None = None) -> Diagnostic:
    """Return the finding for a field with nothing behind it, of the same sort as a missing one."""
    cure = f"`{blank}` for nothing" if blank else "take the field out"
    return Diagnostic(span, "S109", f"nothing stands behind this field; write its text, or {cure}")


def wrong_kind(span: Span, expected: str, found: str, cure: str) -> Diagnostic:
    """A list, a mapping or a text stands where another of the three belongs.

    A text with `: ` in it reads as a mapping, one that starts with `- ` as a list.

    Wrong: `- nvidia.com/gpu: 1` as an option.

    Right: `- "nvidia.com/gpu: 1"`
    """
    return Diagnostic(span, "S110", f"{expected} was expected, this is {found}; {cure}")


def swallowed_text(span: Span, comment: str) -> Diagnostic:
    """A text goes on behind ` #`, where YAML starts a comment.

    The rest of the text would be lost. One space before `#` looks like text; a comment has two or more.

    Wrong: `- Use issue #42`

    Right: `- "Use issue #42"`, or for a comment `- Use an issue  # the number does not matter`
    """
    return Diagnostic(span, "S111", f"`{comment}` is lost, for ` #` starts a comment; put the whole text in quotes")


def shortened(value: str) -> str:
    """Return what an author typed, as long as a message bears."""
    return value if len(value) <= 60 else value[:59] + "…"


def bad_value(span: Span, value: str, cure: str) -> Diagnostic:
    """A value is not of the sort that its field takes: a date, a number, a flag, one of a few words.

    Wrong: `difficulty: Hard`, `correct: yes`, `on: 23.11.2026`

    Right: `difficulty: hard`, `correct: true`, `on: 2026-11-23`
    """
    return Diagnostic(span, "S112", f"`{shortened(value)}` {cure}")


def bad_name(span: Span, value: str, cure: str) -> Diagnostic:
    """An id or a reference has characters that ids do not have.

    Ids become file names, tags and Anki's keys, and stay for ever: small letters a-z, digits and `-`, at most 80.

    Wrong: `id: Gang Deadlock`

    Right: `id: gang-deadlock`
    """
    return Diagnostic(span, "S113", f"`{shortened(value)}` {cure}")


def misplaced_file(span: Span, why: str) -> Diagnostic:
    """A YAML file or section stands where nothing reads it, or a module's head is missing or given twice.

    `bank.yaml` and `exams.yaml` stand in the bank's folder, the files of a module in a folder below it, and one of
    these files has the `module:` section. A bank's own `templates` stand beside its folder.

    Wrong: `questions/items.yaml`

    Right: `questions/networking/items.yaml`, with `module:` in it or in a file beside it.
    """
    return Diagnostic(span, "S114", why)


def broken_lock(span: Span, why: str) -> Diagnostic:
    """`deckgen.lock` cannot be read.

    It is the bank's memory between releases, so it is never guessed at. After a merge keep the lines of both sides.
    Where both have a line for one name, keep the one with the later time; of two values for one item and one fact
    either, for the check says whether it is the right one.

    Wrong: a lock with `<<<<<<<` in it.

    Right: one line for each remembered thing, as `deckgen build` writes them.
    """
    return Diagnostic(span, "S115", why)


def stale_lock(span: Span, why: str) -> Diagnostic:
    """`build --locked` would have to change `deckgen.lock`.

    A release is built from the lock that was reviewed, so that its dates are those of the repository.

    Wrong: to correct an item, commit only the item, and release.

    Right: run `deckgen build`, commit item and lock together, and release.
    """
    return Diagnostic(span, "S116", why)


def clock_behind_lock(span: Span, now: str, latest: str) -> Diagnostic:
    """The clock, or SOURCE_DATE_EPOCH, is not an hour behind the last change that `deckgen.lock` remembers.

    Anki takes over a note only when it is dated later than its own. What changed is dated one second after its last
    change all the same, so no correction is lost; but a date that lies in the future keeps later ones waiting.

    Wrong: to build on a machine whose clock stands a year back.

    Right: to set the clock, or SOURCE_DATE_EPOCH to the time of the commit that is built.
    """
    why = f"it is only `{now}` by clock or SOURCE_DATE_EPOCH, but the last change is of `{latest}`; set the clock right"
    return Diagnostic(span, "S118", why, Severity.WARNING)


def lost_lock(span: Span, deck: str) -> Diagnostic:
    """There is no `deckgen.lock`, but the output folder holds a deck of this bank, which was made with one.

    Without the lock every note is dated anew. A learner who imports such a deck loses tags and edits of her own on all
    notes, and nobody knows any more which names are out. So a build does not begin a new lock by itself.

    Wrong: to delete the lock of a bank that has been released, and build.

    Right: to restore it from git, or to run `deckgen adopt` with the deck that was released last, and build.
    """
    why = (
        f"the lock is gone, but `{deck}` was made with it, and without it all notes would be dated anew; restore it"
        f" from git, or run `deckgen adopt` with the deck that was released last; where none ever was, remove `{deck}`"
    )
    return Diagnostic(span, "S119", why)


CODES: Final[Mapping[str, Callable[..., Diagnostic]]] = MappingProxyType(
    {
        "S101": unreadable_file,
        "S102": broken_utf8,
        "S103": over_limit,
        "S104": forbidden_character,
        "S105": broken_yaml,
        "S106": yaml_machinery,
        "S107": field_given_twice,
        "S108": unknown_field,
        "S109": missing_field,
        "S110": wrong_kind,
        "S111": swallowed_text,
        "S112": bad_value,
        "S113": bad_name,
        "S114": misplaced_file,
        "S115": broken_lock,
        "S116": stale_lock,
        "S118": clock_behind_lock,
        "S119": lost_lock,
    }
)
