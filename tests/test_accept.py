"""`deckgen accept` writes the lock and nothing else, or nothing at all."""

from pathlib import Path

import pytest

from tests.commands import new_bank, run, tree

FACTS = "facts:\n  - id: f\n    text: |\n      Pods start {{c1::one by one}}.\n"
MORE = """\
items:
  - id: second
    was: [first]
    stem: What is it?
    model: It is so.
  - id: gone
    was: [went]
    stem: What was it?
    model: It was so.
    retired: {since: '1', reason: It was easy.}
tables:
  - id: t
    title: T
    columns: {c: C, d: D}
    rows:
      - {id: r, c: one, d: two}
"""
ITEMS = "items:\n  - id: q\n    stem: |\n      How?\n    model: |\n      So.\n    facts: [f]\n"


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    """A bank of two modules with one id each, whose facts have changed since they were accepted."""
    bank = new_bank(tmp_path / "bank")
    for name in ("one", "two"):
        folder = bank / name
        folder.mkdir()
        (folder / "module.yaml").write_text(f"module:\n  id: {name}\n  title: {name}\n")
        (folder / "facts.yaml").write_text(FACTS)
        (folder / "items.yaml").write_text(ITEMS.replace("How?", f"How in {name}?"))
    assert run("build", bank, "--out", tmp_path / "out").exit_code == 0
    for name in ("one", "two"):
        (bank / name / "facts.yaml").write_text(FACTS.replace("one by one", "at once"))
    return bank


def test_accepting_changes_the_items_line_and_no_other(moved: Path) -> None:
    before = tree(moved)

    assert run("accept", "one/q", "--bank", moved).exit_code == 0

    after = tree(moved)
    assert [name for name in after if after[name] != before.get(name)] == ["deckgen.lock"]
    old, new = (one["deckgen.lock"].decode().splitlines() for one in (before, after))
    assert set(new) - set(old) == {'fact one/q one/f value="Pods start at once."'}
    assert len(new) == len(old)


def test_a_bank_builds_again_when_all_its_items_are_accepted(moved: Path, tmp_path: Path) -> None:
    assert run("build", moved, "--out", tmp_path / "out").exit_code == 1

    run("accept", "one/q", "two/q", "--bank", moved)

    assert run("build", moved, "--out", tmp_path / "out").exit_code == 0


def test_accepting_twice_changes_nothing(moved: Path) -> None:
    run("accept", "one/q", "--bank", moved)
    before = tree(moved)

    assert run("accept", "one/q", "--bank", moved).stdout == "one/q: nothing to accept\n"
    assert tree(moved) == before


@pytest.mark.parametrize(
    ("name", "cure"),
    [
        ("q", "q is an item of several modules; write one/q or two/q"),
        ("one/p", "there is no live item one/p; did you mean `one/q`?"),
        ("first-module/web-servr", "did you mean `first-module/web-server`?"),
        ("tools.kubeflow.tool-home", "there is no live item tools.kubeflow.tool-home"),
        ("", "the name of an item is empty"),
        ("f", "f is a fact; name the items that rest on it"),
        ("one/f", "one/f is a fact"),
        ("two/t.r.c", "two/t.r.c is a cell; name the items that rest on it"),
        ("t.r.c", "t.r.c is a cell"),
        ("two/gone", "two/gone is retired; nothing is to be accepted of it"),
        ("gone", "gone is retired"),
        ("went", "went is retired"),
        ("first", "first is an earlier id; write two/second"),
    ],
)
def test_a_name_that_leads_to_no_item_or_to_several_is_a_usage_error(name: str, cure: str, moved: Path) -> None:
    (moved / "two/more.yaml").write_text(MORE)
    before = tree(moved)

    result = run("accept", "one/q", name, "--bank", moved)

    assert result.exit_code == 2
    assert cure in result.stderr
    assert tree(moved) == before


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("deckgen.lock", "a word\n", "S115"),
        ("one/facts.yaml", FACTS.replace("text", "txt"), "S108"),
        ("one/items.yaml", ITEMS.replace("model: |\n      So.", "model: [So]"), "S110"),
        ("bank.yaml", "id: [b]\n", "S110"),
    ],
)
def test_what_cannot_be_read_is_not_accepted(file: str, text: str, code: str, moved: Path) -> None:
    (moved / file).write_text(text)
    before = tree(moved)

    result = run("accept", "one/q", "--bank", moved)

    assert result.exit_code == 1
    assert f" {code} " in result.stderr
    assert result.stderr.endswith("nothing was accepted\n")
    assert tree(moved) == before


def test_an_item_under_two_names_is_accepted_once(moved: Path) -> None:
    (moved / "two/items.yaml").write_text(ITEMS.replace("id: q", "id: r").replace("How?", "How so?"))

    assert len(run("accept", "one/q", "q", "one/q", "--bank", moved).stdout.splitlines()) == 1


def test_only_the_named_items_are_told_what_they_still_say(moved: Path) -> None:
    for name in ("one", "two"):
        items = (moved / name / "items.yaml").read_text()
        (moved / name / "items.yaml").write_text(items.replace("So.", "Pods start one by one."))

    told = run("accept", "one/q", "--bank", moved).stderr

    assert "one/items.yaml" in told
    assert "two/items.yaml" not in told


def test_accepting_signs_no_review(moved: Path) -> None:
    items = moved / "one/items.yaml"
    items.write_text(items.read_text() + "    reviewed: {by: Ada, on: 2026-09-01}\n")
    run("accept", "one/q", "two/q", "--bank", moved)
    assert run("build", moved, "--out", moved.parent / "out").exit_code == 0
    items.write_text(items.read_text().replace("So.", "Not so."))

    assert run("accept", "one/q", "--bank", moved).stdout == "one/q: nothing to accept\n"
    assert " B607 " in run("check", moved).stderr
    assert run("accept", "one/q", "--reviewed", "--bank", moved).stdout == (
        "one/q: its text, as reviewed on 2026-09-01\n"
    )
    assert " B607 " not in run("check", moved).stderr


def test_an_item_that_nobody_has_reviewed_has_no_review_to_sign(moved: Path) -> None:
    before = tree(moved)

    result = run("accept", "--reviewed", "one/q", "--bank", moved)

    assert result.exit_code == 2
    assert "one/q has no `reviewed`; write who read it, and the day" in result.stderr
    assert tree(moved) == before
