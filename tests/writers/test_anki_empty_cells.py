"""Cells that have nothing to say, as `—` tells: no card shows or asks for one."""

from deckgen.model.bank import Bank
from tests.anki_harness import bank_of, build, learner, table
from tests.writers.test_anki_identity import version


def with_ray(*cells: str) -> Bank:
    tool, does = cells
    return bank_of(tables=(table("tools", volcano=("Volcano", "Gangs", "CNCF"), ray=(tool, does, "—")),))


def keys(data: bytes) -> list[str]:
    with learner() as anki:
        anki.imports(data)
        return sorted(card.note()["Key"] for card in anki.cards())


def test_a_cell_with_nothing_to_say_is_neither_given_nor_asked_for() -> None:
    assert keys(build(with_ray("Ray", "—")).data) == ["m/tools.volcano.tool-does"]
    assert keys(build(with_ray("—", "Python")).data) == ["m/tools.volcano.tool-does"]


def test_what_learners_have_is_corrected_where_a_cell_says_nothing_any_more() -> None:
    first = build(with_ray("Ray", "Python"))
    second = build(version(with_ray("Ray", "—"), "2"), lock=first.lock, now=1_760_000_000)
    with learner() as anki:
        anki.imports(first.data)
        fates = anki.imports(second.data)

        assert fates["updated"] == 1
        assert anki.note("m/tools.ray.tool-does")["Answer"] == "—"
