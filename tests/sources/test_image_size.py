"""Sizes of images, as another program wrote them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deckgen.sources.image_size import image_size
from tests.media_files import picture

KINDS = {"PNG": "image/png", "GIF": "image/gif", "JPEG": "image/jpeg", "WEBP": "image/webp"}
SIZES = [(1, 1), (300, 7), (7, 300), (1600, 1200)]
ORIENTATION = 0x0112


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_size_is_what_was_written(kind: str, size: tuple[int, int]) -> None:
    assert image_size(KINDS[kind], picture(kind, size)) == size


@pytest.mark.parametrize("how", [{"lossless": True}, {"exif": b"Exif\0\0"}])
def test_every_sort_of_webp_is_read(how: dict[str, Any]) -> None:
    assert image_size("image/webp", picture("WEBP", (300, 7), **how)) == (300, 7)


def test_a_progressive_jpeg_is_read() -> None:
    assert image_size("image/jpeg", picture("JPEG", (300, 7), progressive=True)) == (300, 7)


@pytest.mark.parametrize(("orientation", "size"), [(1, (300, 7)), (3, (300, 7)), (6, (7, 300)), (8, (7, 300))])
def test_a_photograph_is_as_high_as_it_is_shown(orientation: int, size: tuple[int, int]) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation

    assert image_size("image/jpeg", picture("JPEG", (300, 7), exif=exif.tobytes())) == size


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_ends_too_soon_has_its_size_or_none(kind: str) -> None:
    whole = picture(kind, (300, 7))

    sizes = [image_size(KINDS[kind], whole[:end]) for end in range(len(whole))]

    assert set(sizes) <= {None, (300, 7)}
    assert sizes[8] is None


def test_half_a_png_and_half_a_webp_are_broken() -> None:
    for kind in ("PNG", "WEBP"):
        whole = picture(kind, (300, 7))

        assert image_size(KINDS[kind], whole[: len(whole) // 2]) is None


@given(st.sampled_from(sorted(KINDS.values())), st.binary(max_size=200))
def test_no_bytes_break_the_reader(kind: str, data: bytes) -> None:
    size = image_size(kind, data)

    assert size is None or min(size) > 0
