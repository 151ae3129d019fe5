"""An addition stands behind the last words of a text."""

import pytest
from markupsafe import Markup

from deckgen.render.ending import ending

NOTE = Markup("<sup>1</sup>")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One.</p>\n", "<p>One.<sup>1</sup></p>\n"),
        ("<p>One.</p>\n<p>Two.</p>", "<p>One.</p>\n<p>Two.<sup>1</sup></p>"),
        ("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>\n", "<ul>\n<li>One</li>\n<li>Two<sup>1</sup></li>\n</ul>\n"),
        ("<pre><code>a\n</code></pre>", "<pre><code>a\n</code></pre><sup>1</sup>"),
        ("plain", "plain<sup>1</sup>"),
        ("", "<sup>1</sup>"),
    ],
)
def test_a_note_stands_behind_the_last_words(html: str, expected: str) -> None:
    assert ending(html, NOTE) == expected


def test_what_is_no_html_becomes_text() -> None:
    assert ending("<p>a</p>", "<b>") == "<p>a&lt;b&gt;</p>"
