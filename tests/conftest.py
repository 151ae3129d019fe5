"""What all tests share."""

import pytest
from hypothesis import settings

from tests.chromium import chromium

__all__ = ["chromium"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--goldens`, which rewrites expected outputs instead of comparing with them."""
    parser.addoption("--goldens", action="store_true", default=False, help="rewrite expected outputs")


settings.register_profile("deckgen", deadline=None)  # a slow machine is no fault of the code
settings.load_profile("deckgen")
