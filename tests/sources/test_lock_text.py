"""The lock as text: whatever is remembered is read again, and git merges it."""

import os
import subprocess
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.lock import Lock, ReviewStamp, Stamp
from deckgen.sources.lock_text import format_lock, parse_lock

NAMES = st.text("abz09-./", min_size=1, max_size=8)
HASHES = st.text("0123456789abcdef", min_size=16, max_size=16)
STAMPS = st.builds(Stamp, st.just("note"), NAMES, HASHES, st.integers(1_400_000_000, 4_000_000_000), NAMES, NAMES)
LOCKS = st.builds(
    Lock,
    st.lists(STAMPS, max_size=3).map(lambda stamps: {(one.kind, one.name): one for one in stamps}),
    st.dictionaries(st.tuples(NAMES, NAMES), st.text(st.characters()), max_size=5),
    st.dictionaries(NAMES, st.builds(ReviewStamp, st.dates(), HASHES), max_size=3),
    st.text(st.characters()),
)


@given(LOCKS)
def test_what_is_remembered_is_read_again(lock: Lock) -> None:
    text = format_lock(lock).decode()

    read, found = parse_lock(text, "deckgen.lock")

    assert found == ()
    assert read.entries == lock.entries
    assert format_lock(read) == format_lock(lock)


@given(LOCKS)
def test_each_thing_has_a_line_and_lines_are_sorted(lock: Lock) -> None:
    header, *lines = format_lock(lock).decode().removesuffix("\n").split("\n")

    assert header.startswith("#")
    assert len(lines) == len(lock.entries)
    assert lines == sorted(lines)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_text_breaks_the_reading(text: str) -> None:
    lock, found = parse_lock(text, "deckgen.lock")

    assert found or len(format_lock(lock)) > 0


def test_half_a_surrogate_pair_is_written_as_an_escape() -> None:
    lock = Lock(accepted=MappingProxyType({("m/q", "m/f"): "\ud800 and ü"}))

    assert b'fact m/q m/f value="\\ud800 and \xc3\xbc"\n' in format_lock(lock)


def test_git_merges_what_two_branches_stamped_apart(tmp_path: Path) -> None:
    before = {(f"m/q{number:02}", "m/f"): "a value" for number in range(20)}
    after = {("m/q03a", "m/f"): "ours"}, {("m/q15", "m/f"): "theirs"}
    git(tmp_path, "init", "--initial-branch=main")
    commit(tmp_path, before)
    git(tmp_path, "switch", "--create", "other")
    commit(tmp_path, before | after[1])
    git(tmp_path, "switch", "main")
    commit(tmp_path, before | after[0])

    git(tmp_path, "merge", "other")

    merged, found = parse_lock((tmp_path / "deckgen.lock").read_text(encoding="utf-8"), "deckgen.lock")
    assert found == ()
    assert merged.accepted == before | after[0] | after[1]


def commit(folder: Path, accepted: dict[tuple[str, str], str]) -> None:
    (folder / "deckgen.lock").write_bytes(format_lock(Lock(accepted=accepted, reviews={"m/q": REVIEW})))
    git(folder, "add", "deckgen.lock")
    git(folder, "commit", "--message", "a lock")


def git(folder: Path, *arguments: str) -> None:
    """Run git without the settings of this machine."""
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    environment = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
    subprocess.run(["git", *who, *arguments], cwd=folder, env=environment, check=True, capture_output=True)


REVIEW = ReviewStamp(date(2026, 11, 23), "0123456789abcdef")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ('fact m/one m/gang value="A"', "keep either"),
        ("review m/one on=2026-11-23 hash=2f0c9d1e6a7b8c35", "keep the one with the later `on`"),
        (
            "note m/one hash=be757c26 time=2026-07-25T17:20:00Z since=1 changed=1 type=choice",
            "keep the one with the later `time`",
        ),
        ('bank uid value="a"', "keep that of the decks that are out"),
    ],
)
def test_of_two_lines_for_one_name_it_is_told_which_to_keep(line: str, kept: str) -> None:
    _, found = parse_lock(f"{line}\n{line}\n", "deckgen.lock")

    assert [f"{kept}, then run `deckgen build`"] == [one.message.partition(" has two lines; ")[2] for one in found]
