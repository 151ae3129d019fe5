"""Images and sounds for tests: real files, made on the spot."""

from io import BytesIO
from typing import Any, Final

from PIL import Image

SOUND: Final = b"ID3\x04\0\0\0\0\0\0"
DRAWING: Final = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'


def picture(kind: str = "PNG", size: tuple[int, int] = (4, 3), shade: int = 0, **how: Any) -> bytes:
    """Return an image as Pillow writes it."""
    file = BytesIO()
    Image.new("RGB", size, (shade, 80, 120)).save(file, kind, **how)
    return file.getvalue()
