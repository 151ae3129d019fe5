"""Code that knows its width, options side by side, and room to write."""

import pytest

from deckgen.model.item import Option
from deckgen.model.schema import Prose
from deckgen.render.columns import columns
from deckgen.render.fit import code_lines, fitted_block, fitted_inline, without_code_blocks
from deckgen.render.room import writing_lines
from deckgen.render.widths import widest_line


def test_code_says_how_many_columns_it_has() -> None:
    html = fitted_block("Which?\n\n```yaml\na: 1\n\tlong: <b>\n```\n")

    assert '<pre tabindex="0" style="--columns: 13"><code class="language-yaml">a: 1\n' in html
    assert "--columns: 4" in fitted_inline("```\n日本\n```")
    assert 'class="drawn"' in fitted_block("```\n┌─┐\n```")
    assert "style" not in fitted_block("Only `code` in a line.")


def test_each_line_of_code_is_found_and_no_other() -> None:
    text = "Words.\n\n```\none\n two\n```\n\nWords.\n\n    three\n"

    assert code_lines(text) == ("one", " two", "three")
    assert without_code_blocks("a\n```\nb\n```\nc").split() == ["a", "c"]


@pytest.mark.parametrize(
    ("longest", "count"),
    [
        ("a" * 12, 4),
        ("a" * 13, 2),
        ("a" * 34, 2),
        ("a" * 35, 1),
        ("日本語日本語", 4),
        ("日本語日本語日", 2),
        ("**" + "a" * 12 + "**", 4),
        ("[pods](https://example.org/a/long/address)", 4),
        ("`" + "a" * 12 + "`", 2),
        ("one\n\ntwo", 1),
        ("```\nx\n```", 1),
    ],
)
def test_options_stand_side_by_side_by_what_is_seen_of_them(longest: str, count: int) -> None:
    options = [Option(text=Prose(text)) for text in (longest, "b", "c", "d")]

    assert columns(options) == count


def test_there_are_never_more_columns_than_options() -> None:
    assert [columns([Option(text=Prose("a"))] * number) for number in (1, 2, 3, 4)] == [1, 2, 2, 4]


def test_a_tab_is_as_wide_as_it_is_shown() -> None:
    assert widest_line("a\tb\nlonger") == 6


@pytest.mark.parametrize(
    ("model", "lines"), [("", 4), ("Etcd.", 4), ("x" * 450, 15), ("x\n" * 8, 12), ("x" * 9999, 24)]
)
def test_there_is_more_room_than_the_model_answer_takes(model: str, lines: int) -> None:
    assert writing_lines(model) == lines
