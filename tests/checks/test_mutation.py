"""A wrong key is refused: the double entry catches every slip of a mark and every change of a key's text."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.model.bank import Bank, BankHead
from deckgen.model.item import Choice, Option
from deckgen.model.module import Module, ModuleHead
from deckgen.model.schema import Id, Line, Prose, Word
from deckgen.sources.bank_yaml import read_bank
from tests.commands import KCNA
from tests.mutation import KEY_RULES, is_refused, mutants, survivors

HEAD = BankHead(id=Id("b"), title=Line("B"), uid=Word("u"), version=Word("1"))
MODULE = Module(head=ModuleHead(id=Id("m"), title=Line("M")))
TEXTS = st.lists(
    st.text("abcdefg 12", min_size=1).filter(str.strip),
    min_size=2,
    max_size=6,
    unique_by=lambda text: tuple(text.split()),
)


def test_every_mutant_of_the_shipped_bank_is_refused() -> None:
    bank = read_bank(KCNA).bank
    assert bank is not None

    count, alive = survivors(bank)

    assert alive == []
    assert count >= 80


@given(TEXTS, st.data())
def test_every_mutant_of_a_sound_item_is_refused(texts: list[str], data: st.DataObject) -> None:
    keys = data.draw(st.sets(st.integers(0, len(texts) - 1), min_size=1, max_size=len(texts) - 1))
    options = tuple(Option(text=Prose(text), correct=place in keys) for place, text in enumerate(texts))
    answer = tuple(option.text for option in options if option.correct)
    bank = bank_of(Choice(id=Id("i"), stem=Prose("Which?"), options=options, answer=answer))
    if is_refused(bank, KEY_RULES):
        return  # such as two options that fold to one

    assert survivors(bank)[1] == []


@pytest.mark.parametrize("code", ["K107", "K108"])
def test_without_the_double_entry_mutants_live(code: str) -> None:
    options = (Option(text=Prose("Job"), correct=True), Option(text=Prose("Pod")), Option(text=Prose("Node")))
    item = Choice(id=Id("i"), stem=Prose("Which?"), options=options, answer=(Prose("Job"),))
    weaker = tuple(rule for rule in KEY_RULES if rule.code != code)

    assert survivors(bank_of(item)) == (len(list(mutants(item))), [])
    assert survivors(bank_of(item), weaker)[1]


def bank_of(item: Choice) -> Bank:
    """Return a bank of one item."""
    return Bank(head=HEAD, modules=(replace(MODULE, items=(item,)),))
