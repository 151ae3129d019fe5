"""A paper with a blank sheet in reserve has an even number of sheets, so that the next paper begins on a front."""

from io import BytesIO

import pikepdf
import pytest

from deckgen.press.crew import Crew
from tests.press.printing import crew, page, press, silent

__all__ = ["crew", "press"]
pytestmark = pytest.mark.usefixtures("press")

STYLE = ".padding { display: none } .odd .padding { display: block; break-before: page } p + p { break-before: page }"
PADDING = '<div><p class="left-blank padding">This page is left blank.</p></div>'


@pytest.mark.parametrize(("sheets", "printed"), [(1, 2), (2, 2), (3, 4), (4, 4)])
def test_an_odd_number_of_sheets_becomes_even(crew: Crew, sheets: int, printed: int) -> None:
    body = "<h1>Form</h1>" + "<p>A sheet.</p>" * sheets

    (padded, plain) = crew.print([page(body + PADDING, style=STYLE), page(body, "other.html", style=STYLE)], silent)

    assert _sheets(padded.pdf) == printed
    assert _sheets(plain.pdf) == sheets


def _sheets(data: bytes) -> int:
    with pikepdf.open(BytesIO(data)) as pdf:
        return len(pdf.pages)
