"""What templates do with the values that they are given."""

import pytest

from deckgen.render.templates import Renderer

TEMPLATE = b"""\
{% macro said() %}{{ text | inline }}{% endmacro %}
{{ text }}, {{ text | inline }}, {{ said() }}, {{ 1 }}, {% autoescape false %}{{ text }}{% endautoescape %}
"""


@pytest.mark.parametrize("original", ["deckgen/page", "deckgen/other"], ids=["packaged", "of-a-bank"])
def test_text_is_escaped_and_html_stays_as_it_is(original: str) -> None:
    page = Renderer({"page": TEMPLATE, original: TEMPLATE}).render("page", text="a & <b>")

    assert page.decode() == "a &amp; &lt;b&gt;, a &amp; &lt;b&gt;, a &amp; &lt;b&gt;, 1, a & <b>"
