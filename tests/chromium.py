"""The system's Chromium, driven by Playwright."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.lacking import program


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Yield a browser; without one the test is skipped, or fails where DECKGEN_REQUIRE_CHROMIUM is 1."""
    found = program("CHROMIUM", "chromium", "chromium-browser", "google-chrome")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()
