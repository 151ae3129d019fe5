"""Forms that were drawn once are drawn again for ever: on every Python, on every platform, in every order of sets."""

from dataclasses import replace
from hashlib import sha256

from deckgen.assemble.draw import draw
from deckgen.model.exam import Balance, KeyPositions
from deckgen.model.form import Paper, Question
from deckgen.model.item import Difficulty
from tests.assemble.banks import bank, exam, item, module, row, table


def golden_paper() -> Paper:
    """Draw an exam in which everything plays a part: overlapping rows, levels, enemies, tables, sizes, places."""
    levels = list(Difficulty)
    items = [
        item(
            f"i{one}",
            *(f"{text} {one}" for text in ("None of these" if one % 5 == 0 else "first", "second", "third", "fourth")),
            tags="xyz"[one % 3 :],
            enemies=[f"i{one ^ 1}"] if one < 10 else [],
            difficulty=levels[one % 3],
            key=one % 4,
            shuffle=one % 7 > 0,
        )
        for one in range(40)
    ]
    made = table("t", *((f"r{one}", f"thing {one}", f"does {one}") for one in range(9)))
    plain = exam(row(4, "z"), row(3, "y"), row(2, "x"), row(2, generated=True), forms=5)
    wanted = replace(plain, balance=Balance.DIFFICULTY, key_positions=KeyPositions.LOOSE)
    paper, faults = draw(bank(module(items=items, tables=[made])), wanted)
    assert not faults
    assert paper is not None
    return paper


def texts(question: Question) -> list[str]:
    """Return the printed texts of the options."""
    return [str(option.text) for option in question.options]


def test_these_forms_are_drawn_for_ever() -> None:
    lines = [
        f"{form.name} {form.code} {one.number} {one.name} {one.order} {texts(one)} {one.key}"
        for form in golden_paper().forms
        for one in form.questions
    ]

    assert [form.code for form in golden_paper().forms] == ["VLG", "JHD", "M4F", "E3S", "FGW"]
    assert sha256("\n".join(lines).encode()).hexdigest()[:16] == "37115b2d419efdf3"
    assert lines[0] == "A VLG 1 m/i3 (1, 2, 0, 3) ['second 3', 'third 3', 'first 3', 'fourth 3'] ('D',)"
