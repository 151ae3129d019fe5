"""Kinds of images and sounds: known by a file's ending, proven by its first bytes."""

from types import MappingProxyType
from typing import Final

_BY_ENDING: Final = MappingProxyType(
    {
        "png": "image/png",
        "jpg": "image/jpeg",
        "jpeg": "image/jpeg",
        "gif": "image/gif",
        "webp": "image/webp",
        "svg": "image/svg+xml",
        "mp3": "audio/mpeg",
        "m4a": "audio/mp4",
        "ogg": "audio/ogg",
        "wav": "audio/wav",
    }
)
_VIDEOS: Final = ("mp4", "webm", "mov", "avi", "mkv", "m4v", "ogv", "mpg", "mpeg")
_FIRST_BYTES: Final = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
)
_CALLED: Final = MappingProxyType({"image/svg+xml": "SVG", "audio/mpeg": "MP3", "audio/mp4": "M4A"})


def kind_by_ending(ending: str) -> str | None:
    """Return the MIME type that an ending promises."""
    return _BY_ENDING.get(ending)


def why_not_carried(ending: str) -> str:
    """Return why files of an ending are not carried, and the cure."""
    if ending in _VIDEOS:
        return f"`.{ending}` is a video, which no output carries; use a picture of it"
    what = f"`.{ending}` is no kind that outputs carry" if ending else "it has no ending"
    return f"{what}; save it as png, jpg, gif, webp or svg, or a sound as mp3, m4a, ogg or wav"


def kind_by_content(data: bytes) -> str | None:
    """Return the MIME type that a file's first bytes tell."""
    for first, kind in _FIRST_BYTES:
        if data.startswith(first):
            return kind
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE"):
        return "image/webp" if data[8:12] == b"WEBP" else "audio/wav"
    if data[4:8] == b"ftyp":
        return "audio/mp4" if data[8:11] in (b"M4A", b"M4B", b"mp4", b"iso", b"das") else "video/mp4"
    if data[:1] == b"\xff" and data[1:2] and data[1] & 0xE6 == 0xE2:
        return "audio/mpeg"  # the first frame of a file without tags: Layer III of any version
    return "image/svg+xml" if b"<svg" in data or b":svg" in data else None


def called(kind: str) -> str:
    """Return what people call a kind: `PNG`, `JPEG`."""
    return _CALLED.get(kind) or kind.partition("/")[2].upper()
