"""What tests need of the machine: where it is missing they are skipped, or fail where it has to be there."""

import os
import shutil
from typing import NoReturn

import pytest


def lacks(what: str, why: str) -> NoReturn:
    """Skip the running test for want of a thing, or let it fail where DECKGEN_REQUIRE_… of the thing is 1."""
    required = os.environ.get(f"DECKGEN_REQUIRE_{what}") == "1"
    (pytest.fail if required else pytest.skip)(why)


def program(what: str, *names: str) -> str:
    """Return where the first of these programs is that is on the path."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or lacks(what, f"no {' or '.join(names)} on the path")
