"""Pages as the Nu HTML checker sees them."""

from tests.validator import complaints
from tests.writers.printing import pages, small_bank


def test_the_checker_finds_what_is_wrong() -> None:
    page = '<!DOCTYPE html><html lang="en"><title>a</title><p><li>one</p>'

    assert complaints({"wrong.html": page}) == [
        "wrong.html:1: Element “li” not allowed as child of element “body” in this context. (Suppressing further errors"
        " from this subtree.)",
        "wrong.html:1: No “p” element in scope but a “p” end tag seen.",
    ]


def test_the_checker_finds_nothing_on_any_page() -> None:
    assert complaints(pages(small_bank())) == []
    assert complaints(pages(small_bank("«…» <b> & 日本 `x`", language="ar"))) == []
