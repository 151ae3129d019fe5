"""Form, record, key sheet, key page and solutions say the same of every question, read back by other code."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.torture.authored import Built, build, is_correct, items, option_text, spoken
from tests.torture.reading import Printed, key_grid, questions


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("torture"))


def _asked(built: Built) -> Iterator[tuple[str, Any, Printed, Printed]]:
    """Yield of every form each question: as recorded, as printed, and as it stands in the solutions."""
    for form in built.record()["forms"]:
        printed = questions(built.text(f"exams/edges/form-{form['form']}.html"))
        solved = questions(built.text(f"exams/edges/form-{form['form']}.solutions.html"), "answer")
        assert len(printed) == len(solved) == len(form["items"]) == 12
        for item, one, other in zip(form["items"], printed, solved, strict=True):
            yield form["form"], item, one, other


def test_the_printed_question_is_the_authored_one(built: Built) -> None:
    for _, item, printed, solved in _asked(built):
        authored = items().get(item["id"])
        assert printed.number == solved.number == item["number"]
        assert printed.stem == solved.stem
        assert printed.options == solved.options
        if authored:
            assert spoken(authored["stem"]) == spoken(printed.stem)


def test_each_printed_letter_stands_for_the_authored_option_of_the_record(built: Built) -> None:
    for _, item, printed, _ in _asked(built):
        authored = items().get(item["id"], {}).get("options", [])
        texts = item.get("texts") or [option_text(authored[place]) for place in item.get("options", ())]
        assert [spoken(text) for text in texts] == [spoken(text) for _, text in printed.options]
        assert [letter for letter, _ in printed.options] == [chr(65 + place) for place in range(len(texts))]
        assert sorted(item.get("options", ())) == list(range(len(authored)))


def test_the_key_is_what_the_author_marked_wherever_it_is_told(built: Built) -> None:
    grid, sheet = key_grid(built.text("exams/edges/keys.html")), built.keys()
    for form, item, printed, solved in _asked(built):
        authored = items().get(item["id"], {}).get("options", [])
        marked = [chr(65 + place) for place, one in enumerate(item.get("options", ())) if is_correct(authored[one])]
        if authored:
            assert item["key"] == marked
        assert list(solved.right) == item["key"]
        assert sheet[form][item["number"] - 1] == " ".join(item["key"])
        assert grid[form][item["number"]] == (" ".join(item["key"]) or "—")
        assert printed.is_several == (len(item["key"]) > 1)
        assert printed.right == ()


def test_a_generated_question_has_one_right_option_and_it_is_its_cell(built: Built) -> None:
    generated = [(item, printed) for _, item, printed, _ in _asked(built) if "texts" in item]

    assert len(generated) == 3
    for item, printed in generated:
        (letter,) = item["key"]
        row = item["id"].split(".")[1]
        names = {"lt": "less than", "amp": "ampersand", "pipe": "vertical bar", "brace": "two braces"}
        assert dict(printed.options)[letter] == names[row]
