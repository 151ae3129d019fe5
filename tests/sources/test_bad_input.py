"""Bad input gets one located message each, and does not hide the rest."""

from pathlib import Path

import pytest

from deckgen.diagnostics import Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice
from deckgen.sources.bank_yaml import read_bank
from tests.checks.running import found
from tests.sources.reading import ITEM, lines, only, read, write


def errors(bank: Bank) -> list[str]:
    return [one.code for one in found(bank) if one.severity is Severity.ERROR]


def test_a_good_bank_has_no_fault(tmp_path: Path) -> None:
    reading = read(tmp_path, items=ITEM)

    assert reading.faults == ()
    assert reading.bank is not None
    assert reading.bank.modules[0].items[0].id == "one"


def test_an_unknown_field_is_told_with_the_name_that_was_meant(tmp_path: Path) -> None:
    found = only(tmp_path, items=ITEM.replace("answer:", "anwser:"))

    assert found == "m/items.yaml:8:5: S108 unknown field `anwser`; did you mean `answer`?"


def test_misspelt_options_are_one_fault_not_two(tmp_path: Path) -> None:
    found = only(tmp_path, items=ITEM.replace("options:", "optons:"))

    assert found == "m/items.yaml:4:5: S108 unknown field `optons`; did you mean `options`?"


def test_a_misspelt_field_is_read_as_the_one_that_was_meant(tmp_path: Path) -> None:
    for right, wrong in (("stem:", "stam:"), ("correct:", "corect:"), ("- text: A", "- txt: A"), ("answer:", "anser:")):
        reading = read(tmp_path, items=ITEM.replace(right, wrong))

        assert [one.code for one in reading.faults] == ["S108"], wrong
        assert reading.bank is not None
        assert errors(reading.bank) == []


def test_an_indentation_that_does_not_fit_is_one_fault_in_these_words(tmp_path: Path) -> None:
    text = ITEM.replace("    stem: Which?", "   stem: |\n     Which?")

    assert only(tmp_path, items=text) == (
        "m/items.yaml:3:4: S105 the indentation does not fit the lines above; align it with its neighbours"
    )


def test_a_file_is_yaml_by_its_ending_in_any_case(tmp_path: Path) -> None:
    reading = read_bank(write(tmp_path, {"m/items.YAML": ITEM}))

    assert reading.bank is not None
    assert len(reading.bank.modules[0].items) == 1


def test_a_field_given_twice_names_both_places(tmp_path: Path) -> None:
    found = only(tmp_path, items=ITEM + "    stem: Again?\n")

    assert found.startswith("m/items.yaml:9:5: S107 `stem` is given twice, first at ")
    assert "m/items.yaml:3:5" in found


def test_a_missing_field_is_told_at_the_thing_that_needs_it(tmp_path: Path) -> None:
    found = only(tmp_path, items=ITEM.replace("    stem: Which?\n", ""))

    assert found == "m/items.yaml:2:5: S109 this item `one` needs `stem`; add it"


def test_nothing_where_a_list_belongs_is_not_called_text(tmp_path: Path) -> None:
    found = only(tmp_path, items=ITEM + "    tags:\n")

    assert "S110 a list was expected, this is empty; write each entry of `tags` on a line" in found


def test_a_text_where_a_list_belongs_is_told_in_these_words(tmp_path: Path) -> None:
    found = only(tmp_path, items=ITEM + "    tags: gpu\n")

    assert "m/items.yaml:9:11: S110 a list was expected, this is text" in found


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("difficulty: Hard", "S112"),
        ("shuffle: yes", "S112"),
        ("points: many", "S112"),
        ("points: 0", "S112"),
        ("objective: Not An Id", "S113"),
        ("facts: [a/b/c]", "S113"),
        ("reviewed: {by: me, on: 23.11.2026}", "S112"),
        ("reviewed: {by: me, on: 2026-02-30}", "S112"),
        ("tags: [two words]", "S112"),
    ],
)
def test_a_value_of_the_wrong_sort_is_told_where_it_stands(tmp_path: Path, line: str, code: str) -> None:
    found = only(tmp_path, items=f"{ITEM}    {line}\n")

    assert found.startswith("m/items.yaml:9:")
    assert f" {code} " in found


def test_a_bad_field_leaves_the_item_to_the_rules(tmp_path: Path) -> None:
    reading = read(tmp_path, items=f"{ITEM}    difficulty: Hard\n")

    assert reading.bank is not None
    (item,) = reading.bank.modules[0].items
    assert isinstance(item, Choice)
    assert [option.text for option in item.options] == ["A", "B"]


@pytest.mark.parametrize("slip", ["id: Bad Id", "text: ''", "txt: a", "id: f\n    objective: Nope"])
def test_what_cites_a_fact_that_cannot_be_read_gets_no_finding_of_its_own(tmp_path: Path, slip: str) -> None:
    fact = f"facts:\n  - {slip}\n"
    folder = write(tmp_path, {"m/items.yaml": f"{ITEM}    facts: [f]\n", "m/facts.yaml": fact})

    reading = read_bank(folder)

    assert reading.faults
    assert reading.bank is not None
    assert [one for one in errors(reading.bank) if one != "F510"] == []


@pytest.mark.parametrize("word", ["yes", "True", "sí", "Ja", "x"])
def test_a_mark_misspelt_is_one_fault_and_still_a_mark(tmp_path: Path, word: str) -> None:
    reading = read(tmp_path, items=ITEM.replace("correct: true", f"correct: {word}"))

    assert [one.code for one in reading.faults] == ["S112"]
    assert reading.bank is not None
    (item,) = reading.bank.modules[0].items
    assert isinstance(item, Choice)
    assert [option.text for option in item.key] == ["A"]


def test_every_fault_of_a_bank_is_told_in_one_run_sorted_by_place(tmp_path: Path) -> None:
    reading = read(tmp_path, items=ITEM + "    colour: red\n    points: x\n", facts="facts:\n  - id: F\n")

    found = lines(reading, tmp_path)
    assert [one.split(" ")[1] for one in found] == ["S109", "S113", "S108", "S112"]
    assert reading.faults == tuple(sorted(reading.faults))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"items:\n  - stem: caf\xe9\n", "S102"),
        (b"", "S114"),
        (b"# only a comment\n", "S114"),
        (b"- a list\n", "S110"),
        (b"just text\n", "S110"),
        (b"items: [\n", "S105"),
        (b"items:\n  - id: a\x00b\n", "S104"),
        (b"items:\n\t- id: a\n", "S104"),
        (b"items: " + b"[" * 100_000, "S103"),
        (b"items: " + b"a: " * 100_000, "S105"),
        (b"items:\n  - stem: " + b"x" * 50_000_000, "S103"),
        (b'items:\n  - stem: "\\x07"\n    id: a\n    model: m\n', "S104"),
        ("items:\n  - stem: a\u2028b\n".encode(), "S104"),
    ],
    ids=[
        "latin-1",
        "empty",
        "only a comment",
        "a list",
        "a text",
        "an open bracket",
        "a null byte",
        "a tab",
        "100,000 brackets",
        "many colons",
        "a scalar of 50 MB",
        "an escaped bell",
        "a line separator",
    ],
)
def test_a_damaged_file_gets_one_fault(tmp_path: Path, content: bytes, code: str) -> None:
    assert f" {code} " in only(tmp_path, items=content)


def test_the_place_of_a_broken_byte_counts_characters(tmp_path: Path) -> None:
    assert only(tmp_path, items="items:\n  - stem: ä".encode() + b"\xff").startswith("m/items.yaml:2:12: S102")


def test_a_mark_at_the_start_and_dos_line_ends_are_read(tmp_path: Path) -> None:
    reading = read(tmp_path, items=b"\xef\xbb\xbf" + ITEM.replace("\n", "\r\n").encode())

    assert reading.faults == ()


def test_what_stands_before_a_fault_of_syntax_is_kept(tmp_path: Path) -> None:
    reading = read(tmp_path, items=ITEM + "  - id: two\n    stem: @broken\n")

    assert [one.code for one in reading.faults] == ["S105"]
    assert reading.bank is not None
    assert [item.id for item in reading.bank.modules[0].items] == ["one"]
    assert not reading.bank.modules[0].is_whole


def test_a_file_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    reading = read(tmp_path, items=ITEM, broken=b"\xff")

    assert reading.bank is not None
    assert len(reading.bank.modules[0].items) == 1
