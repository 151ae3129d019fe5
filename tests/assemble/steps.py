"""Work counted in steps, which a loaded machine does not make more of, unlike seconds."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


class TooManySteps(AssertionError):
    """Something took more steps than it may."""


def steps_of(action: Callable[[], object], most: int) -> int:
    """Return how many lines of Python an action goes through, the turns of loops counted; stop it above the most."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal count
        if event == "line":
            count += 1
            if count > most:
                raise TooManySteps(f"more than {most} steps")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return count
