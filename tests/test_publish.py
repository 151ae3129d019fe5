"""What stands in the output folder is whole, known by the manifest, and inside it."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import pytest

from deckgen.model.edition import Artifact
from deckgen.publish import CannotPublish, Outcome, Output, Scope, open_output, publish

ALL = Scope(frozenset({"one", "two"}), None)


def output(path: str, data: bytes = b"x", format_: str = "one", exam: str | None = None) -> Output:
    return Output(Artifact(PurePosixPath(path), data, exam), format_)


def put(out: Path, outputs: Iterable[Output], scope: Scope = ALL) -> Outcome:
    with open_output(out) as folder:
        return publish(outputs, folder, scope, {"deckgen": "0"})


def files(out: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def test_a_file_is_written_only_when_it_differs(tmp_path: Path) -> None:
    put(tmp_path, [output("a/b.txt"), output("c.txt")])
    before = (tmp_path / "a/b.txt").stat().st_mtime_ns

    outcome = put(tmp_path, [output("a/b.txt"), output("c.txt", b"y")])

    assert outcome == Outcome(written=("c.txt",), unchanged=("a/b.txt",), removed=())
    assert (tmp_path / "a/b.txt").stat().st_mtime_ns == before


def test_what_is_made_no_more_is_removed_with_its_empty_folder(tmp_path: Path) -> None:
    put(tmp_path, [output("a/b.txt"), output("c.txt")])

    assert put(tmp_path, [output("c.txt")]).removed == ("a/b.txt",)
    assert not (tmp_path / "a").exists()


def test_what_nobody_listed_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path, [output("a/b.txt")])
    (tmp_path / "a/mine.txt").write_text("mine")

    put(tmp_path, [])

    assert files(tmp_path).keys() == {"a/mine.txt", "manifest.json"}


def test_only_the_formats_and_exams_asked_for_are_removed(tmp_path: Path) -> None:
    put(tmp_path, [output("1"), output("2", format_="two"), output("x", exam="x"), output("y", exam="y")])

    outcome = put(tmp_path, [], Scope(frozenset({"one"}), frozenset({"x"})))

    assert outcome.removed == ("1", "x")
    assert set(json.loads((tmp_path / "manifest.json").read_text())["outputs"]) == {"2", "y"}


@pytest.mark.parametrize("path", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "."])
def test_nothing_is_written_outside_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(CannotPublish, match="outside"):
        put(tmp_path / "build", [output(path)])

    assert not (tmp_path / "out.txt").exists()


def test_nothing_is_written_or_removed_through_a_link_that_leads_out(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.txt").write_text("mine")
    put(tmp_path / "build", [output("link/a.txt")])
    (tmp_path / "build/link/a.txt").unlink()
    (tmp_path / "build/link").rmdir()
    (tmp_path / "build/link").symlink_to(elsewhere)

    for outputs in ([output("link/a.txt")], []):
        with pytest.raises(CannotPublish, match="outside"):
            put(tmp_path / "build", outputs)

    assert (elsewhere / "a.txt").read_text() == "mine"


def test_a_manifest_that_names_foreign_files_removes_none(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    out = tmp_path / "build"
    out.mkdir()
    (out / "manifest.json").write_text('{"outputs": {"../mine.txt": {"format": "one"}}}')

    with pytest.raises(CannotPublish):
        put(out, [])

    assert (tmp_path / "mine.txt").read_text() == "mine"


DAMAGED = {
    "empty": "",
    "a list": "[]",
    "no outputs": "{}",
    "a number": '{"outputs": 3}',
    "no entry": '{"outputs": {"a": 1}}',
    "a null byte": "\x00",
    "a null byte in a path": '{"outputs": {"x\\u0000y": {"format": "one"}}}',
    "a list for a format": '{"outputs": {"a": {"format": ["one"]}}}',
    "nested deep": "[" * 100_000,
}


@pytest.mark.parametrize("text", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_manifest_lists_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)

    assert put(tmp_path, [output("a")]).written == ("a",)


def test_a_build_cut_off_anywhere_leaves_each_file_old_or_new_and_the_next_mends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = [output(f"{n}.txt", b"old" * 1000) for n in range(4)]
    new = [output(f"{n}.txt", b"new" * 2000) for n in range(2, 6)]
    replace, wanted = Path.replace, files_of(new)
    for cut in range(20):
        out = tmp_path / str(cut)
        put(out, old)
        steps = iter(range(cut))

        def cut_off(source: Path, target: Path, steps: Iterable[int] = steps) -> Path:
            if next(iter(steps), None) is None:
                raise KeyboardInterrupt
            return replace(source, target)

        monkeypatch.setattr(Path, "replace", cut_off)
        try:
            put(out, new)
        except KeyboardInterrupt:
            halves = [data for name, data in files(out).items() if name != "manifest.json"]
            assert set(halves) <= {b"old" * 1000, b"new" * 2000}
        monkeypatch.setattr(Path, "replace", replace)
        put(out, new)
        assert {name: data for name, data in files(out).items() if name != "manifest.json"} == wanted


def files_of(outputs: Iterable[Output]) -> dict[str, bytes]:
    return {one.path: one.artifact.data for one in outputs}


def test_a_second_build_in_the_same_folder_is_refused_and_a_killed_one_leaves_no_lock(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from deckgen.publish import open_output\n"
        f"with open_output(Path({str(tmp_path)!r})): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"

        with pytest.raises(CannotPublish, match="another build"):
            put(tmp_path, [output("a")])
        other.kill()
        other.wait()

    assert put(tmp_path, [output("a")]).written == ("a",)


def test_no_temporary_file_stays(tmp_path: Path) -> None:
    put(tmp_path, [output("a/b.txt")])

    assert {path.name for path in tmp_path.rglob("*")} == {"a", "b.txt", "manifest.json", ".deckgen-lock"}
