"""The files of a bank: where they belong, and what is said of those that cannot be read."""

from pathlib import Path

import pytest

from deckgen.model.item import Choice
from deckgen.sources import yaml_nodes
from deckgen.sources.bank_yaml import read_bank
from deckgen.sources.text_file import SIZE_LIMIT
from tests.sources.reading import HEAD, ITEM, MODULE, lines, only, read, write


def test_a_file_beside_the_head_is_told_where_it_belongs(tmp_path: Path) -> None:
    found = lines(read_bank(write(tmp_path, {"items.yaml": ITEM})), tmp_path)

    assert found == ["items.yaml:1:1: S114 nothing reads this file here; move it into a module's folder below"]


def test_a_module_without_a_head_is_told(tmp_path: Path) -> None:
    found = lines(read_bank(write(tmp_path, {"n/items.yaml": ITEM})), tmp_path)

    assert found[0].startswith("n/items.yaml:1:1: S114 this module has no `module:` section")


def test_a_head_given_twice_names_both_places(tmp_path: Path) -> None:
    found = only(tmp_path, other=MODULE)

    assert "m/other.yaml:2:3: S114 `module:` is given twice" in found
    assert "module.yaml:2:3" in found


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    (found,) = read_bank(tmp_path / "nowhere").faults

    assert found.code == "S101"
    assert "there is no such folder" in found.message


def test_a_folder_without_a_head_is_told(tmp_path: Path) -> None:
    (found,) = read_bank(tmp_path).faults

    assert found.code == "S114"
    assert "bank.yaml" in found.message


def test_links_in_a_circle_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    write(tmp_path, {"m/items.yaml": ITEM})
    (tmp_path / "m" / "loop").symlink_to(tmp_path)
    (tmp_path / "m" / "self.yaml").symlink_to("self.yaml")

    reading = read_bank(tmp_path)

    assert [one.code for one in reading.faults] == ["S101", "S101"]
    assert reading.bank is not None
    assert len(reading.bank.modules[0].items) == 1


def test_a_file_that_the_system_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's refusal is played: CI runs as root, whom no file refuses."""

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    write(tmp_path, {})
    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert {one.message for one in read_bank(tmp_path).faults} == {"the file cannot be read: Permission denied"}


def test_a_path_with_spaces_and_letters_of_any_script_is_read(tmp_path: Path) -> None:
    top = tmp_path / "mein Kurs – вопросы"

    reading = read(top, items=ITEM.replace("Which?", "Welche *?"))

    assert reading.faults == ()


def test_a_file_at_the_limit_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    filler = b"#" * (SIZE_LIMIT - len(ITEM) - 1) + b"\n"

    assert read(tmp_path, items=filler + ITEM.encode()).faults == ()
    assert " S103 " in only(tmp_path, items=filler + ITEM.encode() + b"\n")


def test_without_libyaml_the_same_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(tmp_path, items=ITEM)
    monkeypatch.setattr(yaml_nodes, "HAS_LIBYAML", False)

    assert read(tmp_path, items=ITEM).bank == fast.bank


def test_a_value_knows_its_file_line_and_column(tmp_path: Path) -> None:
    reading = read(tmp_path, items=ITEM)
    assert reading.bank is not None
    item = reading.bank.modules[0].items[0]
    assert isinstance(item, Choice)

    assert str(item.origin.of("stem")).endswith("m/items.yaml:3:11")
    assert str(item.options[1].origin.span).endswith("m/items.yaml:7:9")
    assert str(item.origin.of("options", 1)).endswith("m/items.yaml:7:9")


def test_the_head_of_the_bank_is_read_as_text(tmp_path: Path) -> None:
    reading = read_bank(write(tmp_path, {"bank.yaml": HEAD.replace("'1'", "1.10")}))

    assert reading.bank is not None
    assert reading.bank.head.version == "1.10"
