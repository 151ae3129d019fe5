"""The edits that an author may make between two releases."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.anki.author import Author, choice

RETIRED: Final = """\
retired:
          since: "2"
          reason: |
            Old.
"""


def nothing(author: Author) -> None:
    """Raise the version only."""


def corrects_one(author: Author) -> None:
    author.corrects("one")


def corrects_everything_of_one(author: Author) -> None:
    author.edits("m/items.yaml", choice("one"), choice("uno").replace("id: uno", "id: one"))


def corrects_a_cell(author: Author) -> None:
    author.edits("m/tables.yaml", "Places gangs", "Places groups")


def corrects_a_fact(author: Author) -> None:
    author.edits("m/facts.yaml", "{{c1::together}}", "{{c1::as one}}")


def inserts_an_item(author: Author) -> None:
    author.edits("m/items.yaml", "  - id: two", f"{choice('between')}  - id: two")


def adds_a_deletion(author: Author) -> None:
    author.edits("m/facts.yaml", "of them", "{{c3::of them}}")


def takes_a_deletion_back(author: Author) -> None:
    """Leave a card with an empty front, which Anki's Tools > Empty Cards removes."""
    author.edits("m/facts.yaml", "{{c2::all}}", "all")


def adds_a_row(author: Author) -> None:
    row = "      - id: new\n        tool: New\n        does: Much\n        home: Nowhere\n"
    author.edits("m/tables.yaml", "      - id: ray", f"{row}      - id: ray")


def reorders(author: Author) -> None:
    author.writes("m/items.yaml", "items:\n" + choice("three") + choice("one") + choice("two"))


def moves_to_another_file(author: Author) -> None:
    author.writes("m/more.yaml", "items:\n" + choice("one"))
    author.writes("m/items.yaml", "items:\n" + choice("two") + choice("three"))


def renames_an_item(author: Author) -> None:
    author.edits("m/items.yaml", "id: one", "id: uno\n    was: [one]")


def renames_table_row_and_fact(author: Author) -> None:
    author.edits("m/tables.yaml", "id: tools", "id: instruments\n    was: [tools]")
    author.edits("m/tables.yaml", "id: ray", "id: beam\n        was: [ray]")
    author.edits("m/facts.yaml", "id: gang", "id: group\n    was: [gang]")


def renames_a_column(author: Author) -> None:
    author.edits("m/tables.yaml", "does: What it does", "role:\n        title: What it does\n        was: [does]")
    for old, new in (("ask: does", "ask: role"), ("does: Places", "role: Places"), ("does: Spreads", "role: Spreads")):
        author.edits("m/tables.yaml", old, new)


def adds_a_column(author: Author) -> None:
    author.edits("m/tables.yaml", "      home: Home", "      home: Home\n      born: Born")
    author.edits("m/tables.yaml", "home: CNCF", "home: CNCF\n        born: '2019'")
    author.edits("m/tables.yaml", "home: Linux Foundation", "home: Linux Foundation\n        born: '2017'")


def retags(author: Author) -> None:
    author.edits("m/items.yaml", "  - id: one", "  - id: one\n    difficulty: hard\n    tags: [gpu]")


def retires_an_item(author: Author) -> None:
    author.edits("m/items.yaml", "  - id: one\n", f"  - id: one\n    {RETIRED}")


def retires_a_row(author: Author) -> None:
    author.edits("m/tables.yaml", "id: ray\n", f"id: ray\n        {RETIRED}")


def retitles_bank_and_module(author: Author) -> None:
    author.edits("bank.yaml", "title: Bank", "title: Course")
    author.edits("m/module.yaml", 'number: "3.8"\n  title: Module', 'number: "3.9"\n  title: Unit')


def renames_the_bank(author: Author) -> None:
    author.edits("bank.yaml", "id: b", "id: c")


def changes_the_look(author: Author) -> None:
    author.writes("../templates/anki/card.css", ".card { color: teal }")


def restores_an_item(author: Author) -> None:
    """Take a question back that is still the same, and say so."""
    same = "ignore:\n      - rule: B631\n        reason: |\n          It is the same question.\n"
    author.edits("m/items.yaml", RETIRED, same)


CHANGES: Final[list[tuple[Callable[[Author], None], Mapping[str, int]]]] = [
    (nothing, {"duplicate": 7}),
    (corrects_one, {"updated": 1, "duplicate": 6}),
    (corrects_everything_of_one, {"updated": 1, "duplicate": 6}),
    (corrects_a_cell, {"updated": 1, "duplicate": 6}),
    (corrects_a_fact, {"updated": 1, "duplicate": 6}),
    (inserts_an_item, {"new": 1, "duplicate": 7}),
    (adds_a_deletion, {"updated": 1, "duplicate": 6}),
    (takes_a_deletion_back, {"updated": 1, "duplicate": 6}),
    (adds_a_row, {"new": 1, "duplicate": 7}),
    (reorders, {"duplicate": 7}),
    (moves_to_another_file, {"duplicate": 7}),
    (renames_an_item, {"duplicate": 7}),
    (renames_table_row_and_fact, {"duplicate": 7}),
    (renames_a_column, {"duplicate": 7}),
    (adds_a_column, {"updated": 2, "duplicate": 5}),
    (retags, {"updated": 1, "duplicate": 6}),
    (retires_an_item, {"duplicate": 6}),
    (retires_a_row, {"duplicate": 6}),
    (retitles_bank_and_module, {"updated": 7}),
    (renames_the_bank, {"updated": 7}),
    (changes_the_look, {"duplicate": 7}),
]
"""Each edit, and how many notes are then what to a learner who imports it."""
