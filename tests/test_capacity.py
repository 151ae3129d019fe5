"""How many forms of an exam share no item."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from deckgen.assemble.capacity import capacity, capacity_words
from deckgen.assemble.pool import Pool
from deckgen.cli import main
from deckgen.model.schema import MOST_FORMS
from tests.assemble.banks import bank, exam, item, module, row
from tests.assemble.solver import Least, Problem, least
from tests.assemble.test_optimum import instance
from tests.commands import KCNA, run

EXAMS: Final = """\
exams:
  - id: mock
    title: Mock
    forms: 2
    blueprint:
      - tags: [a]
        count: 2
      - count: 1
"""
STEM: Final = "What does {} do, that of {} and in {}, for {} with {}?"


def write_bank(top: Path, tags: str, exams: str = EXAMS, enemies: str = "") -> Path:
    """Write a bank of an item for each tag, the second an enemy of those named."""
    items = [
        f"  - id: i{place}\n    tags: [{tag}]\n    stem: |\n      {STEM.format(*[f'w{place}'] * 5)}\n"
        f"    options:\n      - text: right {place}\n        correct: true\n      - wrong {place}\n"
        + (f"    enemies: [{enemies}]\n" if place == 1 and enemies else "")
        for place, tag in enumerate(tags)
    ]
    (top / "m").mkdir()
    (top / "bank.yaml").write_text("id: b\ntitle: B\nuid: fixed\nversion: '1'\n")
    (top / "m" / "items.yaml").write_text("module:\n  id: m\n  title: M\nitems:\n" + "".join(items))
    (top / "exams.yaml").write_text(exams)
    return top


@pytest.mark.parametrize("number", range(80))
def test_so_many_forms_share_nothing_and_no_more_says_the_solver(number: int) -> None:
    given = instance(number)
    pool = replace(Pool.of(given.bank, given.exam), enemies={})
    found = capacity(given.exam, pool)
    matching = [[place for place, one in enumerate(given.rows) if one.means(*named)] for named in given.items.items()]
    counts = [one.row.count for one in given.rows]

    more = least(Problem(found.counted + 1, counts, matching))
    assert found.drawn == found.counted
    assert found.limits
    assert more is None or more.overlap > 0
    if found.counted:
        assert least(Problem(found.counted, counts, matching)) == Least(1, 0)


def test_enemies_are_counted() -> None:
    items = [item(f"i{one}", enemies=[f"i{other}" for other in range(8) if other != one]) for one in range(8)]
    wanted = exam(row(2, items=[f"i{one}" for one in range(8)]), row(1, items=["x", "y"]))
    pool = Pool.of(bank(module(items=[*items[:2], *(replace(one, enemies=()) for one in items[2:])])), wanted)

    assert capacity(replace(wanted, blueprint=wanted.blueprint[:1]), pool).drawn == 3


def test_forms_and_what_one_more_needs_are_told(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, "aaaaab")
    result = run("capacity", "mock", folder)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "mock: 2 forms that share no item; it asks for 2\n"
        "a form takes 3 items of 6 that match\n"
        f"for 3 forms: `tags: [a]` ({folder}/exams.yaml:6:9) needs 6 items, but only 5 match:"
        " `m/i0`, `m/i1`, `m/i2`, `m/i3` and `m/i4`; add 1 more\n"
        f"for 3 forms: 2 × `tags: [a]` ({folder}/exams.yaml:6:9) and 1 × the row without a condition"
        f" ({folder}/exams.yaml:8:9) together need 9 items, but only 6 match:"
        " `m/i0`, `m/i1`, `m/i2`, `m/i3`, `m/i4` and `m/i5`; add 2 more beside what is told elsewhere\n"
    )


def test_what_enemies_cost_is_told(tmp_path: Path) -> None:
    result = run("capacity", "mock", write_bank(tmp_path, "aaaabb", enemies="i0, i2, i3"))

    assert result.exit_code == 0
    assert result.stdout.startswith("mock: 1 form, 2 if enemies might meet; it asks for 2\n")
    assert "for 2 forms: `m/i" in result.stdout
    assert "could not be kept out of one form" in result.stdout


def test_of_more_forms_than_an_exam_may_have_enemies_are_not_blamed() -> None:
    wanted = exam(row(1))
    pool = Pool.of(bank(module(items=[item("foe", enemies=["i0"]), *(item(f"i{one}") for one in range(600))])), wanted)
    first, *more = capacity_words(wanted, pool, capacity(wanted, pool))

    assert first == "e: 500 forms that share no item, the most that an exam may have; it asks for 2"
    assert more == ["a form takes 1 item of 601 that match, and enemies are kept apart"]


def test_where_no_form_can_be_drawn_the_reason_is_a_finding(tmp_path: Path) -> None:
    result = run("capacity", "mock", write_bank(tmp_path, "ab"))

    assert (result.exit_code, result.stdout) == (1, "")
    assert ":6:9: E701 `mock`: `tags: [a]` needs 2 items a form, but only 1 matches: `m/i0`" in result.stderr


def test_overlap_none_that_cannot_be_met_is_measured_all_the_same(tmp_path: Path) -> None:
    exams = EXAMS.replace("forms: 2", "forms: 9\n    overlap: none")
    result = run("capacity", "mock", write_bank(tmp_path, "aaaaab", exams))

    assert result.exit_code == 0
    assert result.stdout.startswith("mock: 2 forms that share no item; it asks for 9\n")


def test_a_bank_that_cannot_be_read_is_not_measured(tmp_path: Path) -> None:
    folder = write_bank(tmp_path, "aaaaab")
    (folder / "m" / "more.yaml").write_text("items: 3\n")
    result = run("capacity", "mock", folder)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "S110" in result.stderr


def test_an_exam_that_is_not_there_is_a_wrong_use_that_names_the_exams() -> None:
    result = run("capacity", "mok", KCNA)

    assert result.exit_code == 2
    assert "there is no exam mok; the exams are kcna-mock, kcna-quiz" in result.stderr


def test_the_command_line_allows_as_many_forms_as_exams_yaml() -> None:
    (forms,) = (one for one in main.commands["build"].params if one.name == "forms")

    assert vars(forms.type)["max"] == MOST_FORMS


def test_the_page_shows_what_capacity_says_of_the_shipped_bank(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(KCNA.parent)
    page = (KCNA.parent / "docs" / "exams.md").read_text(encoding="utf-8")
    shown = page.split("$ deckgen capacity kcna-quiz\n")[1].split("```")[0].splitlines()
    said = run("capacity", "kcna-quiz").stdout.splitlines()

    assert shown[:2] == said[:2]
    start, end = shown[2].split("…")
    assert any(line.startswith(start) and line.endswith(end) for line in said)
