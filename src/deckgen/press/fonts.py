"""Which fonts a worker sees: those that a page brings with it, then those of the bundle, and never the system's."""

import io
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Final

CONFIGURATION: Final = "fonts.conf"
_SEEN: Final = """\
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>{fonts}</dir>
<cachedir>{cache}</cachedir>
</fontconfig>
"""


def write_fonts(folder: Path, fonts: Mapping[str, bytes]) -> None:
    """Write the fonts, and a configuration beside them by which fontconfig knows no others."""
    (folder / "fonts").mkdir(parents=True)
    for name, data in fonts.items():
        (folder / "fonts" / name.replace("/", "-")).with_suffix(".ttf").write_bytes(unpacked(data))
    seen = _SEEN.format(fonts=escape(str(folder / "fonts")), cache=escape(str(folder / "cache")))
    (folder / CONFIGURATION).write_text(seen, encoding="utf-8")


def unpacked(font: bytes) -> bytes:
    """Return a font as it is embedded; WOFF2 is packed for the web."""
    if not font.startswith(b"wOF2"):
        return font
    from fontTools.ttLib import woff2

    plain = io.BytesIO()
    woff2.decompress(io.BytesIO(font), plain)
    return plain.getvalue()
