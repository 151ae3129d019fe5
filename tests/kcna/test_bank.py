"""What the shipped bank promises: enough items of each kind, all of them whole."""

from collections import Counter
from fractions import Fraction
from typing import Final

import pytest

from deckgen.checks import guess_score
from deckgen.model.bank import Bank
from deckgen.model.fact import Fact, FactKind
from deckgen.model.item import Bloom, Difficulty
from deckgen.model.module import Module
from deckgen.model.table import Cell
from deckgen.pipeline.check import check
from deckgen.sources.bank_yaml import read_bank
from tests.checks.running import DAY
from tests.commands import KCNA
from tests.mutation import survivors

DEEPER: Final = (Bloom.APPLY, Bloom.ANALYSE, Bloom.EVALUATE, Bloom.CREATE)


@pytest.fixture(scope="module")
def bank() -> Bank:
    found = read_bank(KCNA).bank
    assert found is not None
    return found


@pytest.fixture(scope="module")
def module(bank: Bank) -> Module:
    return bank.modules[0]


def test_sixty_items_are_spread_over_objectives_and_levels(module: Module) -> None:
    levels = Counter(item.difficulty for item in module.choices)
    objectives = Counter(item.objective for item in module.choices)

    assert levels == {Difficulty.EASY: 18, Difficulty.MEDIUM: 30, Difficulty.HARD: 12}
    assert set(objectives) == {objective.id for objective in module.head.objectives}
    assert min(objectives.values()) >= 12


def test_most_items_ask_for_more_than_recall_and_some_for_several_answers(module: Module) -> None:
    assert sum(item.bloom in DEEPER for item in module.choices) >= 30
    assert sum(item.is_multiple for item in module.choices) >= 6
    assert len(module.open_questions) >= 8


def test_every_item_is_whole(module: Module) -> None:
    for item in module.choices:
        assert item.answer, item.id
        assert item.rationale, item.id
        assert len(item.options) >= 4, item.id
        assert all(option.why for option in item.options), item.id
    for one in module.live_items:
        assert one.facts, one.id
        assert one.reviewed, one.id


def test_what_the_module_has_besides_is_there(module: Module) -> None:
    kinds = Counter(fact.kind for fact in module.live_facts)

    assert {table.id: len(table.rows) for table in module.tables} == {
        "concepts": 5,
        "training-inference": 6,
        "tools": 6,
        "mistakes": 7,
    }
    assert kinds[FactKind.SUMMARY] == 7
    assert kinds[FactKind.ASIDE] >= 4
    assert len(module.figures) == 5
    assert module.exercise is not None


def test_what_must_be_looked_at_again_has_a_day_and_a_source(module: Module) -> None:
    cells = [cell for table in module.tables for row in table.rows for cell in row.cells]
    aging: list[Fact | Cell] = [*module.facts, *cells]
    dated = [one for one in aging if one.review_by]

    assert len(dated) >= 20
    assert all(one.as_of and one.source and one.source.startswith("https://") for one in dated)


def test_lengths_give_nothing_away(bank: Bank) -> None:
    score = guess_score(bank)

    assert score.of >= 50
    assert score.right / score.of <= Fraction(35, 100)


def test_the_rules_find_nothing_and_little_is_ignored(bank: Bank) -> None:
    checked = check(KCNA, DAY)

    assert checked.findings == ()
    assert len(checked.ignored) <= 3


def test_every_broken_key_is_refused(bank: Bank) -> None:
    count, alive = survivors(bank)

    assert alive == []
    assert count >= 800
