"""What an author probably meant by a name that names nothing."""

import difflib
from collections.abc import Iterable
from itertools import islice
from typing import Final

from deckgen.model.module import Module
from deckgen.model.names import full_name

_MOST: Final = 200
"""How many names a misspelt one is compared with, so that a bank of many faults is still checked soon."""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean …?` with the known name that is nearest, or nothing."""
    letters = set(name)
    alike = (one for one in known if abs(len(one) - len(name)) < 9 and len(letters.symmetric_difference(one)) < 4)
    near = difflib.get_close_matches(name, islice(alike, _MOST), n=1, cutoff=0.7)
    return f"; did you mean `{near[0]}`?" if near else ""


def did_you_mean_in(module: Module, reference: str, known: Iterable[str]) -> str:
    """Return `; did you mean …?` for a reference made in a module, where `known` holds full names."""
    place, _, local = full_name(module, reference).partition("/")
    names = list(known)
    near = did_you_mean(local, [one.removeprefix(f"{place}/") for one in names if one.startswith(f"{place}/")])
    if near:
        return near if "/" not in reference else near.replace("`", f"`{place}/", 1)
    elsewhere = next((one for one in names if one.endswith(f"/{local}")), None)
    return f"; did you mean `{elsewhere}`?" if elsewhere else ""
