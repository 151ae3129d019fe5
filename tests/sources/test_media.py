"""Images and sounds that texts name: read once, told where they are wrong, part of what a bank is made of."""

import os
import unicodedata
from pathlib import Path

import pytest

from deckgen.model.item import Choice
from deckgen.model.media import Medium, media_of
from deckgen.model.module import Module
from deckgen.model.reviewed import review_hash
from deckgen.sources.bank_yaml import BankReading, read_bank
from tests.media_files import DRAWING, SOUND, picture
from tests.sources.reading import MODULE, lines, read, write


def items(*texts: str) -> str:
    """Return a file with an item for each stem."""
    stems = (f"  - id: i{at}\n    stem: |\n      {text}\n    model: |\n      Yes.\n" for at, text in enumerate(texts))
    return "items:\n" + "".join(stems)


def module_of(reading: BankReading) -> Module:
    assert reading.bank is not None
    return reading.bank.modules[0]


def media(reading: BankReading) -> dict[str, Medium]:
    return {address: medium for item in module_of(reading).items for address, medium in media_of(item.stem).items()}


def test_a_text_knows_its_files_and_is_equal_to_its_words(tmp_path: Path) -> None:
    write(tmp_path, {"m/a.png": picture(size=(30, 20)), "m/deep/b.svg": DRAWING, "m/c.mp3": SOUND})
    stem = "One ![a](a.png), two ![b](<deep/b.svg>), three ![c](./c.mp3)."

    reading = read(tmp_path, items=items(stem))

    assert reading.faults == ()
    assert module_of(reading).items[0].stem == stem
    found = media(reading)
    assert {address: (one.kind, one.size) for address, one in found.items()} == {
        "a.png": ("image/png", (30, 20)),
        "deep/b.svg": ("image/svg+xml", (40, 20)),
        "./c.mp3": ("audio/mpeg", None),
    }
    assert {one.name for one in module_of(reading).media} == {one.name for one in found.values()}


@pytest.mark.parametrize(
    ("file", "address", "name"),
    [
        ("two pods.png", "<two pods.png>", "two-pods-"),
        ("Größe.png", "Größe.png", "Gr-e-"),
        ("日本.png", "日本.png", "file-"),
        ("_kept.png", "_kept.png", "kept-"),
        ("a%20b.png", "a%2520b.png", "a-20b-"),
        (f"{'long' * 30}.png", f"{'long' * 30}.png", f"{'long' * 10}-"),
    ],
)
def test_a_name_is_plain_for_all_clients(tmp_path: Path, file: str, address: str, name: str) -> None:
    write(tmp_path, {f"m/{file}": picture()})

    reading = read(tmp_path, items=items(f"![a]({address})"))

    assert reading.faults == ()
    (medium,) = module_of(reading).media
    assert medium.name.startswith(name)
    assert len(medium.name) == len(name) + len("12345678.png")


def test_the_bytes_of_a_file_are_an_input_and_others_are_none(tmp_path: Path) -> None:
    write(tmp_path, {"m/a.svg": DRAWING, "m/unused.png": picture()})

    reading = read(tmp_path, items=items("![a](a.svg)"))

    assert reading.inputs["m/a.svg"] == DRAWING
    assert "m/unused.png" not in reading.inputs


def test_a_reviewer_has_read_the_image_too(tmp_path: Path) -> None:
    hashes = []
    for shade in (1, 1, 2):
        write(tmp_path, {"m/a.png": picture(shade=shade)})
        hashes.append(review_hash(module_of(read(tmp_path, items=items("![a](a.png)"))).items[0]))

    assert hashes[0] == hashes[1] != hashes[2]


def test_one_text_in_two_modules_shows_two_files(tmp_path: Path) -> None:
    write(tmp_path, {"m/a.png": picture(shade=1), "n/a.png": picture(shade=2), "n/items.yaml": items("![a](a.png)")})
    write(tmp_path, {"n/module.yaml": MODULE.replace("id: m", "id: n")})

    reading = read(tmp_path, items=items("![a](a.png)"))

    assert reading.bank is not None
    first, second = (media_of(module.items[0].stem)["a.png"] for module in reading.bank.modules)
    assert first.data == picture(shade=1)
    assert second.data == picture(shade=2)
    assert first.name != second.name


def test_a_path_is_told_wherever_it_is_wrong_and_a_file_once(tmp_path: Path) -> None:
    write(tmp_path, {"m/broken.png": b"words"})

    reading = read(tmp_path, items=items("![a](none.png)", "![a](none.png)", "![a](broken.png)", "![a](broken.png)"))

    assert [line.split(" ", 2)[:2] for line in lines(reading, tmp_path)] == [
        ["m/items.yaml:3:11:", "S131"],
        ["m/items.yaml:8:11:", "S131"],
        ["m/items.yaml:13:11:", "S133"],
    ]


def test_a_text_with_a_fault_keeps_its_other_files(tmp_path: Path) -> None:
    write(tmp_path, {"m/a.png": picture()})

    reading = read(tmp_path, items=items("![a](none.png) ![a](a.png)"))

    assert media(reading).keys() == {"a.png"}


@pytest.mark.parametrize(
    ("file", "size", "is_refused"),
    [("a.png", 2_000_000, False), ("a.png", 2_000_001, True), ("a.mp3", 2_000_001, False), ("a.mp3", 10_000_001, True)],
)
def test_a_file_has_a_limit(tmp_path: Path, file: str, size: int, is_refused: bool) -> None:
    start = picture() if file == "a.png" else SOUND
    write(tmp_path, {f"m/{file}": start + b"\0" * (size - len(start))})

    reading = read(tmp_path, items=items(f"![a]({file})"))

    assert [one.code for one in reading.faults] == (["S134"] if is_refused else [])
    assert not is_refused or f"`{file}` has {size:,} bytes" in reading.faults[0].message


@pytest.mark.parametrize(
    ("file", "data", "why"),
    [
        ("a.png", b"", "`a.png` is empty; save it anew"),
        ("a.png", b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "run `git lfs pull`"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00\x04", "`a.jpg` is a broken JPEG; save it anew"),
        ("a.svg", picture(), "`a.svg` is PNG by its content; name it so, or save it as SVG"),
        ("a.mp3", b"RIFF\0\0\0\0WAVEfmt ", "`a.mp3` is WAV by its content"),
        ("a.m4a", b"\0\0\0\x18ftypM4V ", "`a.m4a` is MP4 by its content"),
        ("a", picture(), "`a`: it has no ending; save it as png"),
        ("a.svg", DRAWING.decode().encode("utf-16"), "`a.svg` is no SVG"),
    ],
)
def test_a_file_that_is_something_else_is_told(tmp_path: Path, file: str, data: bytes, why: str) -> None:
    write(tmp_path, {f"m/{file}": data})

    reading = read(tmp_path, items=items(f"![a]({file})"))

    assert [one.code for one in reading.faults] == ["S133"]
    assert why in reading.faults[0].message


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.mp3", b"\xff\xfb\x90\x00"),
        ("a.m4a", b"\0\0\0\x18ftypM4A "),
        ("a.ogg", b"OggS\0"),
        ("a.wav", b"RIFF\0\0\0\0WAVEfmt "),
        ("A.JPEG", picture("JPEG")),
        ("a.webp", picture("WEBP")),
        ("a.gif", picture("GIF")),
    ],
)
def test_every_kind_is_known_by_its_content(tmp_path: Path, file: str, data: bytes) -> None:
    write(tmp_path, {f"m/{file}": data})

    assert read(tmp_path, items=items(f"![a]({file})")).faults == ()


def test_a_name_spelt_otherwise_in_unicode_is_told(tmp_path: Path) -> None:
    decomposed = unicodedata.normalize("NFD", "Größe.png")
    write(tmp_path, {f"m/{decomposed}": picture()})

    reading = read(tmp_path, items=items("![a](Größe.png)"))

    assert [one.code for one in reading.faults] == ["S131"]
    assert "under another spelling in Unicode; rename it to `Größe.png`" in reading.faults[0].message


def test_strange_names_on_the_disk_and_in_the_text_are_no_defect(tmp_path: Path) -> None:
    write(tmp_path, {})
    (tmp_path / os.fsdecode(b"m/a\xff.png")).write_bytes(picture())
    (tmp_path / "m/loop.png").symlink_to("loop.png")

    reading = read(
        tmp_path, items=items("![a](a%ff.png) ![b](loop.png) ![c](a%0Ab.png) ![d](a%00.png) ![e](%E2%80%AE.png)")
    )

    assert [one.code for one in reading.faults] == ["S101", "S131", "S131", "S132", "S132", "S132"]
    assert all(one.message.isprintable() for one in reading.faults)


def test_images_stand_in_every_prose_of_a_module(tmp_path: Path) -> None:
    write(tmp_path, {"m/a.png": picture()})
    image = '"![a](a.png)"'
    text = f"""
items:
  - id: one
    stem: {image}
    options:
      - {image}
      - text: {image}
        correct: true
        why: {image}
    rationale: {image}
    answer: {image}
"""

    reading = read(tmp_path, items=text)

    assert reading.faults == ()
    (item,) = module_of(reading).items
    assert isinstance(item, Choice)
    why = item.options[1].why
    assert all(media_of(one) for one in (item.stem, item.rationale, why, *item.answer, *(o.text for o in item.options)))


def test_what_only_looks_like_an_image_names_no_file(tmp_path: Path) -> None:
    texts = ("`![a](none.png)`", "\\![a](none.png)", "[a](none.png)", "![a]", "Look! [a](none.png)", "![a] (none.png)")

    reading = read_bank(write(tmp_path, {"m/items.yaml": items(*texts)}))

    assert reading.faults == ()
    assert module_of(reading).media == ()
