"""Reproducible chance: SHA-256 over labels, the same on every Python, platform and day.

Python's `random` promises no such thing. Each purpose has its labels, so that one more draw here moves
nothing there.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

Value = TypeVar("Value")


def rank(*labels: str) -> bytes:
    """Return the place of these labels in an order that looks random; different labels differ."""
    framed = "".join(f"{len(label)}:{label}" for label in labels)
    return sha256(framed.encode("utf-8", "surrogatepass")).digest()


class Stream:
    """A stream of numbers that grows from its labels and from nothing else."""

    __slots__ = ("_block", "_key", "_left")

    def __init__(self, *labels: str) -> None:
        self._key = rank(*labels)
        self._block = 0
        self._left = b""

    def below(self, bound: int) -> int:
        """Return a number from 0 to below the bound (which is at most 2**32), all equally likely."""
        limit = (1 << 32) - (1 << 32) % bound
        number = self._next()
        while number >= limit:
            number = self._next()
        return number % bound

    def shuffled(self, sequence: Sequence[Value]) -> list[Value]:
        """Return the elements in a random order, all orders equally likely (Fisher and Yates)."""
        shuffled = list(sequence)
        for last in range(len(shuffled) - 1, 0, -1):
            other = self.below(last + 1)
            shuffled[last], shuffled[other] = shuffled[other], shuffled[last]
        return shuffled

    def _next(self) -> int:
        if not self._left:
            self._left = sha256(self._key + self._block.to_bytes(8, "big")).digest()
            self._block += 1
        number, self._left = self._left[:4], self._left[4:]
        return int.from_bytes(number, "big")
