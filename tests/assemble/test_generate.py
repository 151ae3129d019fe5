from dataclasses import replace
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from deckgen.assemble.asked_words import as_markdown
from deckgen.assemble.candidates import candidates
from deckgen.assemble.generate import generated_items
from deckgen.model.folding import fold
from deckgen.model.item import Choice, Retired
from deckgen.model.schema import Prose, Word
from deckgen.model.table import Distractors, Table
from deckgen.render.markup import inline_html
from tests.assemble.banks import bank, module, table

ROWS = (
    ("volcano", "Volcano", "gangs"),
    ("ray", "Ray", "spreads"),
    ("vllm", "vLLM", "serves"),
    ("kserve", "KServe", "rolls out"),
    ("kueue", "Kueue", "queues"),
)


def made(*tables: Table) -> dict[str, Choice]:
    found = {one.name: one.item for one in generated_items(module(tables=tables))}
    return {name: one for name, one in found.items() if isinstance(one, Choice)}


def texts(one: Choice) -> set[str]:
    return {option.text for option in one.options}


def test_each_row_makes_an_item_whose_key_is_the_told_cell() -> None:
    found = made(table("tools", *ROWS))

    assert list(found) == [f"m/tools.{row}.tool-does" for row, *_ in ROWS]
    volcano = found["m/tools.volcano.tool-does"]
    assert [option.text for option in volcano.key] == ["gangs"]
    assert len(volcano.options) == 4
    assert volcano.objective == "tools"
    assert volcano.facts == ("m/tools.volcano.tool", "m/tools.volcano.does")


def test_a_retired_row_is_neither_asked_nor_offered() -> None:
    tools = table("tools", *ROWS)
    gone = replace(tools.rows[0], retired=Retired(since=Word("1"), reason=Prose("old")))
    found = made(replace(tools, rows=(gone, *tools.rows[1:])))

    assert len(found) == 4
    assert not any("gangs" in texts(one) for one in found.values())


@given(st.lists(st.sampled_from(["Yes", "yes.", "No", "—", "", "**no**", "Maybe", "other"]), max_size=7))
def test_options_differ_from_each_other_and_none_is_empty(values: list[str]) -> None:
    rows = [(f"r{index}", f"t{index}", value) for index, value in enumerate(values)]

    for one in made(table("tools", *rows)).values():
        folded = [fold(option.text) for option in one.options]
        assert len(set(folded)) == len(folded) >= 2
        assert not {"", "—"} & set(folded)


def test_without_a_distractor_no_item_is_made() -> None:
    assert not made(table("tools", ("a", "A", "same"), ("b", "B", "Same."), ("c", "C", "—")))


def test_distractors_of_a_row_come_from_its_other_cells() -> None:
    rows = (("a", "A", "key", "wrong", "worse"), ("b", "B", "key b", "—", "KEY B"))
    found = made(table("t", *rows, columns=("g", "a", "x", "y"), distractors=Distractors.ROW))

    assert {name: texts(one) for name, one in found.items()} == {"m/t.a.g-a": {"key", "wrong", "worse"}}


def test_a_new_row_changes_only_items_that_take_it_up() -> None:
    before = made(table("tools", *ROWS))
    after = made(table("tools", *ROWS, ("new", "New", "is new")))

    changed = [name for name in before if before[name] != after[name]]
    assert all("is new" in texts(after[name]) for name in changed)
    assert len(changed) < len(before)


def test_another_seed_takes_other_distractors_and_the_same_key() -> None:
    many = module(tables=[table("tools", *((f"r{one}", f"thing {one}", f"does {one}") for one in range(12)))])
    one, same, other = ([*generated_items(many, seed, "mock")] for seed in ("1", "1", "2"))

    assert one == same
    assert [item.name for item in one] == [item.name for item in other]
    for before, after in zip(one, other, strict=True):
        assert isinstance(before.item, Choice)
        assert isinstance(after.item, Choice)
        assert before.item.stem == after.item.stem
        assert before.item.key == after.item.key
    assert sum(before.item != after.item for before, after in zip(one, other, strict=True)) > 6


@given(
    st.text(max_size=4), st.lists(st.sampled_from(["Yes", "yes.", "No", "—", "**no**", "Maybe", "other"]), max_size=9)
)
def test_no_seed_makes_a_distractor_that_says_what_the_key_says(seed: str, values: list[str]) -> None:
    rows = [(f"r{index}", f"t{index}", value) for index, value in enumerate(values)]

    for one in generated_items(module(tables=[table("tools", *rows)]), seed, "mock"):
        assert isinstance(one.item, Choice)
        (key,) = one.item.key
        assert all(fold(option.text) != fold(key.text) for option in one.item.options if not option.correct)


def test_a_title_is_shown_as_written() -> None:
    titles = {"tool": "`nvidia.com/gpu`*", "does": "A & <b>_what_</b>?"}
    stem = made(table("tools", *ROWS, titles=titles))["m/tools.ray.tool-does"].stem

    shown = inline_html(stem)
    assert "<strong>`nvidia.com/gpu`*:</strong> Ray" in shown
    assert "under <em>A &amp; &lt;b&gt;_what_&lt;/b&gt;</em>?" in shown


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1))
def test_plain_text_survives_markdown(line: str) -> None:
    assert unescape(inline_html(f"x{as_markdown(line)}x")) == f"x{line}x"


def test_in_another_language_than_english_an_item_has_no_word_but_the_authors() -> None:
    tools = table("tools", *ROWS, titles={"tool": "Werkzeug", "does": "Was es tut"})
    first, *_ = (one.item for one in generated_items(module(tables=[tools]), in_english=False))

    assert isinstance(first, Choice)
    assert first.stem == "**Werkzeug:** Volcano\n\n**Was es tut:** \\_\\_\\_"
    assert {option.why for option in first.options} < {"", *(f"**Werkzeug:** {tool}" for _, tool, _ in ROWS)}


def test_in_another_language_a_cell_of_the_same_row_is_told_by_its_column() -> None:
    rows = table("t", ("a", "A", "key", "wrong"), columns=("g", "a", "x"), distractors=Distractors.ROW)
    first, *_ = (one.item for one in generated_items(module(tables=[rows]), in_english=False))

    assert isinstance(first, Choice)
    assert [option.why for option in first.options] == ["", "**x**"]


def test_the_language_of_the_bank_words_what_is_made() -> None:
    german = bank(module(tables=[table("tools", *ROWS)]))
    german = replace(german, head=replace(german.head, language=Word("de-AT")))

    assert not [one for one in candidates(german) if "Which" in one.item.stem]
