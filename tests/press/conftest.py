"""Fixtures that are made once for all tests of the press."""

from tests.press.papers import papers
from tests.press.printing import crew, press
from tests.press.reading import pdftotext

__all__ = ["crew", "papers", "pdftotext", "press"]
