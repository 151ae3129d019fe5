"""What an author probably meant by a name that names nothing."""

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Final

from deckgen.model.module import Module
from deckgen.model.names import full_name

_MOST: Final = 200
"""How many names a misspelt one is compared with in full, so that a bank of many faults is still checked soon."""


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like this one, if any is."""
    letters = set(name)
    alike = (one for one in known if abs(len(one) - len(name)) < 9 and len(letters.symmetric_difference(one)) < 4)
    near = difflib.get_close_matches(name, islice(alike, _MOST), n=1, cutoff=0.7)
    return near[0] if near else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean …?` with the nearest name, or nothing."""
    near = nearest(name, known)
    return f"; did you mean `{near}`?" if near else ""


def nearest_full_names(unknown: Iterable[str], known: Iterable[str]) -> dict[str, str]:
    """Map unknown full names to known ones: the nearest of the module, else the same name in another module."""
    in_module: dict[str, list[str]] = defaultdict(list)
    somewhere: dict[str, str] = {}
    for full in known:
        module, _, local = full.partition("/")
        in_module[module].append(local)
        somewhere.setdefault(local, full)
    found = {}
    for full in dict.fromkeys(unknown):
        module, _, local = full.partition("/")
        near = nearest(local, in_module.get(module, ()))
        if near or local in somewhere:
            found[full] = f"{module}/{near}" if near else somewhere[local]
    return found


def did_you_mean_full(module: Module, reference: str, near: Mapping[str, str]) -> str:
    """Return `; did you mean …?` for a reference made in a module, in the form in which it was made."""
    found = near.get(full_name(module, reference))
    if found is None:
        return ""
    shown = found if "/" in reference else found.removeprefix(f"{module.id}/")
    return f"; did you mean `{shown}`?"
