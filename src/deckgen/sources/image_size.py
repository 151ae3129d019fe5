"""How wide and high an image is, from the head of its file; nothing is decoded.

After the specifications: PNG (W3C), GIF89a (CompuServe), JPEG (ITU-T T.81, Annex B; Exif 2.3 for the orientation),
WebP (RFC 9649).
"""

import struct
from collections.abc import Iterator
from typing import Final

Size = tuple[int, int]

_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_WITHOUT_LENGTH: Final = frozenset({0x01, *range(0xD0, 0xD9)})
_ORIENTATION: Final = 0x0112


def image_size(kind: str, data: bytes) -> Size | None:
    """Return width and height in pixels; nothing where the file is broken or ends too soon."""
    readers = {"image/png": _png, "image/gif": _gif, "image/jpeg": _jpeg, "image/webp": _webp}
    try:
        size = readers[kind](data)
    except (struct.error, IndexError):
        return None
    return size if size and min(size) > 0 else None


def _png(data: bytes) -> Size | None:
    """Read the first chunk, and walk to the last, which half a download lacks."""
    if data[12:16] != b"IHDR":
        return None
    place = 8
    while data[place + 4 : place + 8] != b"IEND":
        (length,) = struct.unpack_from(">I", data, place)
        place += length + 12
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> Size:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _jpeg(data: bytes) -> Size | None:
    """Read the first frame; a photograph taken upright has its sides exchanged."""
    is_turned = False
    for marker, start in _segments(data):
        if marker == 0xE1 and data[start : start + 6] == b"Exif\0\0":
            is_turned = _orientation(data[start + 6 :]) >= 5
        elif marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, start + 1)
            return (height, width) if is_turned else (width, height)
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield each marker up to the picture itself, and where its content starts."""
    place = 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF or marker in _WITHOUT_LENGTH:
            place += 1 if marker == 0xFF else 2
            continue
        if marker == 0xDA:
            return
        yield marker, place + 4
        (length,) = struct.unpack_from(">H", data, place + 2)
        place += 2 + length


def _orientation(exif: bytes) -> int:
    """Return how the camera was held, 1 to 8; 1 where nothing says so."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    try:
        (start,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, start)
        entries = (struct.unpack_from(f"{order}HHIH", exif, start + 2 + 12 * at) for at in range(count))
        return next((entry[3] for entry in entries if entry[0] == _ORIENTATION), 1)
    except struct.error:
        return 1


def _webp(data: bytes) -> Size | None:
    (length,) = struct.unpack_from("<I", data, 4)
    if length + 8 > len(data):
        return None
    if data[12:16] == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if data[12:16] == b"VP8L" and data[20] == 0x2F:
        (bits,) = struct.unpack_from("<I", data, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if data[12:16] == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None
