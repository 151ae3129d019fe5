"""Edits of a released bank that would cost a learner something: an author is told, and no deck is made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.anki.author import FILES, Author, choice
from tests.anki.author_edits import retires_an_item


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


def drops_an_item(author: Author) -> None:
    author.edits("m/items.yaml", choice("one"), "")


def renames_an_item_without_was(author: Author) -> None:
    author.edits("m/items.yaml", "id: one", "id: uno")


def drops_a_row(author: Author) -> None:
    row = FILES["m/tables.yaml"][FILES["m/tables.yaml"].index("      - id: ray") :]
    author.edits("m/tables.yaml", row, "")


def renames_a_row_without_was(author: Author) -> None:
    author.edits("m/tables.yaml", "id: ray", "id: beam")


def renames_a_column_without_was(author: Author) -> None:
    for old, new in (("does: What", "role: What"), ("ask: does", "ask: role")):
        author.edits("m/tables.yaml", old, new)
    for old in ("does: Places", "does: Spreads"):
        author.edits("m/tables.yaml", old, old.replace("does", "role"))


def renames_the_table_without_was(author: Author) -> None:
    author.edits("m/tables.yaml", "id: tools", "id: instruments")


def asks_no_more(author: Author) -> None:
    author.edits("m/tables.yaml", "    ask:\n      - given: tool\n        ask: does\n", "")


def renames_the_module(author: Author) -> None:
    author.edits("m/module.yaml", "id: m", "id: n")


def swaps_cloze_numbers(author: Author) -> None:
    author.edits("m/facts.yaml", "{{c1::together}}, {{c2::all}}", "{{c2::together}}, {{c1::all}}")


def puts_a_deletion_in_front(author: Author) -> None:
    author.edits(
        "m/facts.yaml", "Pods start {{c1::together}}, {{c2::all}}", "{{c1::Pods}} start {{c2::together}}, {{c3::all}}"
    )


def makes_an_open_item_of_a_choice(author: Author) -> None:
    author.edits("m/items.yaml", choice("one"), "  - id: one\n    stem: |\n      Why one?\n    model: |\n      So.\n")


def gives_another_uid(author: Author) -> None:
    author.edits("bank.yaml", "uid: fixed", "uid: other")


def reuses_a_name(author: Author) -> None:
    author.edits("m/items.yaml", "id: one", "id: uno\n    was: [one]")
    author.edits("m/items.yaml", "  - id: two", f"{choice('uno').replace('id: uno', 'id: one')}  - id: two")


REFUSED: list[tuple[Callable[[Author], None], str]] = [
    (drops_an_item, "B630"),
    (renames_an_item_without_was, "B630"),
    (drops_a_row, "B630"),
    (renames_a_row_without_was, "B630"),
    (renames_a_column_without_was, "B630"),
    (renames_the_table_without_was, "B630"),
    (asks_no_more, "B630"),
    (renames_the_module, "B630"),
    (swaps_cloze_numbers, "F511"),
    (puts_a_deletion_in_front, "F511"),
    (makes_an_open_item_of_a_choice, "B632"),
    (gives_another_uid, "B634"),
    (reuses_a_name, "B610"),
]


@pytest.mark.parametrize(("change", "code"), REFUSED, ids=[change.__name__ for change, _ in REFUSED])
def test_what_would_cost_a_learner_something_is_refused(
    author: Author, change: Callable[[Author], None], code: str
) -> None:
    author.releases()
    change(author)
    built = author.builds()

    assert built.exit_code == 1
    assert f" {code} " in built.output


def test_a_retired_name_is_not_used_again(author: Author) -> None:
    author.releases()
    retires_an_item(author)
    author.releases()
    author.writes("m/items.yaml", FILES["m/items.yaml"].replace("Which one is one?", "What else is there?"))
    built = author.builds()

    assert built.exit_code == 1
    assert " B631 " in built.output
