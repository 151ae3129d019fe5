"""Facts with deletions, as Anki and print take them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.render.anki_field import anki_field
from deckgen.render.cloze import cloze_field, cloze_numbers, plain_text_html


@pytest.mark.parametrize(
    ("text", "field", "printed"),
    [
        ("A {{c1::b}}.", "<p>A {{c1::b}}.</p>", '<p>A <b class="cloze">b</b>.</p>'),
        ("{{c1::b::hint}}", "<p>{{c1::b::hint}}</p>", '<p><b class="cloze">b</b></p>'),
        ("`{{c2::a: 1}}`", "<p><code>{{c2::a: 1}}</code></p>", '<p><code><b class="cloze">a: 1</b></code></p>'),
        (
            "{{c1::**`a`**}}",
            "<p>{{c1::<strong><code>a</code></strong>}}</p>",
            '<p><strong><code><b class="cloze">a</b></code></strong></p>',
        ),
        (
            "{{c1::a {{c2::b::h}} c::i}}",
            "<p>{{c1::a {{c2::b::h}} c::i}}</p>",
            '<p><b class="cloze">a </b><b class="cloze">b</b><b class="cloze"> c</b></p>',
        ),
        ("a::b {x}", "<p>a&#58;&#58;b &#123;x&#125;</p>", "<p>a::b {x}</p>"),
        ("{{c1::a}}: b", "<p>{{c1::a}}&#58; b</p>", '<p><b class="cloze">a</b>: b</p>'),
        (
            "a:{{c1::b:::c}}::{{c2:::d}}",
            "<p>a&#58;{{c1::b::&#58;c}}&#58;&#58;{{c2::&#58;d}}</p>",
            '<p>a:<b class="cloze">b</b>::<b class="cloze">:d</b></p>',
        ),
        ("{{c1::a", "<p>&#123;&#123;c1&#58;&#58;a</p>", "<p>{{c1::a</p>"),
        (
            "[a {{c1::b](https://x/}})",
            '<p><a href="https://x/%7D%7D">a &#123;&#123;c1&#58;&#58;b</a></p>',
            '<p><a href="https://x/%7D%7D">a {{c1::b</a></p>',
        ),
        (
            "```{{c1::yaml}}\n{{c2::a}}\n```",
            '<pre><code class="language-yaml">{{c2::a}}\n</code></pre>',
            '<pre><code class="language-yaml"><b class="cloze">a</b>\n</code></pre>',
        ),
    ],
)
def test_a_deletion_survives_markdown(text: str, field: str, printed: str) -> None:
    assert cloze_field(text) == field
    assert plain_text_html(text).strip() == printed


def test_numbers_go_from_1_to_499() -> None:
    assert cloze_numbers("{{c0::a}} {{c499::b}} {{c500::c}} {{c2::d}} {{c2::e}}") == (2, 499)


@pytest.mark.parametrize("text", ["{{c1::x}}", "[sound:a.mp3]", "[SOUND:a]", "[latex]", "[$$]x", "\\(x", "{% raw %}"])
def test_a_field_holds_nothing_for_anki(text: str) -> None:
    assert not [sign for sign in ("{", "}", "[sound:", "[latex", "[$", "\\(") if sign in anki_field(text).lower()]


@given(st.text(alphabet="ab *_`{}:c1\n[]()<&|-", max_size=40))
def test_no_text_breaks_a_field_or_leaves_a_mark(text: str) -> None:
    field, printed = cloze_field(text), plain_text_html(text)

    assert not set(field + printed) & set("\ufdd0\ufdd1\ufdd2")
    assert field.count("{{") == field.count("}}")
    assert printed.count("<b ") == printed.count("</b>")
