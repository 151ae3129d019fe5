"""What to install where printing cannot begin."""

from typing import Final

from deckgen.press.pages import Lacking

LEAST: Final = "67"
"""The first WeasyPrint that will do."""

_PACKAGE: Final = (
    f"--pdf needs WeasyPrint ({{why}}); install it where deckgen is: `python -m pip install 'weasyprint>={LEAST}'`, "
    "as a uv tool `uv tool install '.[pdf]'` in a clone, to work in a clone `uv sync --extra pdf`"
)
_LIBRARY: Final = "WeasyPrint needs the library Pango, and cannot load it ({why}); install it: {how}"
_HOW: Final = {
    "darwin": "`brew install pango`",
    "win32": "with MSYS2 (https://www.msys2.org), `pacman -S mingw-w64-ucrt-x86_64-pango` in its shell",
}
_ELSEWHERE: Final = (
    "on Debian and Ubuntu `apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`, "
    "on Fedora `dnf install pango`, on Alpine `apk add pango`"
)


def cure(lacking: Lacking, platform: str) -> str:
    """Say what printing lacks on a platform, and how to get it."""
    why = " ".join(lacking.why.split())
    if lacking.package:
        return _PACKAGE.format(why=why)
    return _LIBRARY.format(why=why, how=_HOW.get(platform, _ELSEWHERE))
