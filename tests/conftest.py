"""What all tests share."""

import pytest
from hypothesis import HealthCheck, settings

from tests.chromium import chromium

__all__ = ["chromium"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--goldens`, which rewrites expected outputs instead of comparing with them."""
    parser.addoption("--goldens", action="store_true", default=False, help="rewrite expected outputs")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With `--goldens` run only the tests that rewrite something."""
    if config.getoption("goldens"):
        items[:] = [one for one in items if "rewriting" in getattr(one, "fixturenames", ())]


@pytest.fixture
def rewriting(request: pytest.FixtureRequest) -> bool:
    """Whether a test is to write what it expects rather than to compare with it."""
    return bool(request.config.getoption("goldens"))


# A slow machine is no fault of the code.
settings.register_profile("deckgen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("deckgen")
