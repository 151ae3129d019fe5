"""In which direction a language is written."""

from typing import Final

_LEFTWARD: Final = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}
)
_LEFTWARD_SCRIPTS: Final = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})


def direction(language: str) -> str:
    """Return `rtl` for languages written from right to left, else `ltr`; a script, as in `az-Arab`, decides."""
    first, *rest = language.replace("_", "-").lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), None)
    is_leftward = script in _LEFTWARD_SCRIPTS if script else first in _LEFTWARD
    return "rtl" if is_leftward else "ltr"
