"""Markdown: the fast path is the parser's equal, and hostile text stays text."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.render import markup
from deckgen.render.markup import block_html, inline_html, parsed_html

PIECES = (
    "word", "The", "16", "1.", "2)", "-", "--", "---", "===", "=", "+", "#", "# ", ">", "~~~", "```",
    "`", "`x`", "`a b`", "``",
    "```\nx: <1>\n```", "```yaml\n  x\n```", "\n\n```\nx\n```\n\n", "*a*", "**b c**", "**B:**", "(*x*)", "*", "_",
    "**", "\\", "&amp;", "&", "<b>", "<", "|", "a|b", ":-", ":--:", "[x]", "[x]: /y", "![a](b)", "!",
    "$5$", "https://x.example", "http://", "a@b.example", ":", "://", '"', "'", "“q”", "(", ")", "…",
    "–", "é", "日本", "\u202e", "\u00a0", "\u2028", "\x85", "\u3000", "\t", "  ", "    ", " ", " ", "\n",
    "\n", "\n\n", "  \n", "\n\n\n", "{{c1::x}}", "\ufdd0", "\r", "\x00", "\x0b", "\x1c", "javascript:",
    "x.", "x-", "x:", "?", "%", "/", "~", "^", "@", ";",
)  # fmt: skip
SAFE = ("word", "The", "16", "x:", "(a", "b)", "`x`", "`a b`", "**y**", "*z:*", " ", " ", " ", "\n")
MOSTLY_SAFE = st.one_of(st.sampled_from(SAFE), st.sampled_from(SAFE), st.sampled_from(SAFE), st.sampled_from(PIECES))
TEXTS = st.one_of(
    st.lists(MOSTLY_SAFE, max_size=8).map("".join),
    st.tuples(MOSTLY_SAFE, st.sampled_from(PIECES), MOSTLY_SAFE).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40),
    st.text(alphabet="ab1.)-=:|` \n\"'`", max_size=20),
)


@settings(max_examples=3000)
@given(TEXTS)
@example("a\n---")
@example("a\n1. b")
@example("a  \nb")
@example("```\nx\n\ny\n```")
@example("```\na\rb\n```")
@example("```\n\x00\n```")
@example("```a b\nx\n```")
@example("```\nx\n```\nword")
@example("a\n- b")
@example("`a`\n`b`")
@example("a\n\n    b")
@example("a\u2003")
@example("*0:*\u20280")
@example("a `b` `` ` `` c")
@example("\u0661. a")
def test_the_fast_path_gives_what_the_parser_gives(text: str) -> None:
    fast = markup._plain_html(text)

    assert fast in ("", parsed_html(text))


@pytest.mark.parametrize(
    "text",
    [
        "A Pod asks for a GPU.",
        'Which of these does "no" mean?',
        "16 GPUs are needed (eight each): see https://example.org/a-b.",
        "Set `nvidia.com/gpu: 1` under `limits`.",
        "Two lines\nof text.\n\nAnd a second paragraph with `a < b && c`.",
        'What does it make?\n\n```yaml\nspec:\n  limits: {gpu: "1"}\n```\n\nChoose.',
        "**Tool:** Volcano\n\nWhich of these belongs to it under *What it does*?",
        "It did **not** (*not at all*) reach `x`.",
        "Größe und Ärger – “ja”",
    ],
)
def test_what_most_authors_write_takes_the_fast_path(text: str) -> None:
    assert markup._plain_html(text) == parsed_html(text)


def test_plain_words_need_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("the parser was asked")

    monkeypatch.setattr(markup, "markdown_parser", refuse)

    text = "Kubernetes does not look for GPUs by itself; the vendor's `device-plugin` does, on every node."
    assert markup._html.__wrapped__(text).startswith("<p>Kubernetes does not look")


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc", "//x.example", "x"],
)
def test_other_addresses_than_web_and_mail_stay_text(address: str) -> None:
    assert "<a" not in block_html(f"[word]({address}) <{address}>\n\n[r]\n\n[r]: {address}")


@pytest.mark.parametrize("address", ["https://example.org/?a=1&b=2", "http://example.org", "mailto:a@example.org"])
def test_web_and_mail_addresses_are_links(address: str) -> None:
    assert block_html(f"[word]({address})").startswith('<p><a href="')


def test_of_an_image_the_words_are_shown() -> None:
    assert inline_html('Look: ![a `b` "c"](https://x.example/y.png "title")') == "Look: a b &quot;c&quot;"


def test_raw_html_and_dollar_signs_are_text() -> None:
    assert inline_html("<script>x</script> costs $5, not $6") == "&lt;script&gt;x&lt;/script&gt; costs $5, not $6"


def test_one_paragraph_is_inline_and_more_are_blocks() -> None:
    assert inline_html("one *word*") == "one <em>word</em>"
    assert inline_html("one\n\ntwo") == "<p>one</p>\n<p>two</p>"
    assert inline_html("one\n\n- two") == "<p>one</p>\n<ul>\n<li>two</li>\n</ul>"
    assert inline_html("- two").startswith("<ul>")


def test_tables_are_tables() -> None:
    assert "<table>" in block_html("| a | b |\n| - | - |\n| 1 | 2 |")
