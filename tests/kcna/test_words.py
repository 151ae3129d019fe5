"""Every sentence of the shipped bank is our own."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from deckgen.model.bank import Bank
from deckgen.model.module import Step
from deckgen.model.origin import Origin
from deckgen.sources.bank_yaml import read_bank
from tests.commands import KCNA
from tests.kcna.shingles import hashed, runs, words_of

SHINGLES = frozenset(Path(__file__).with_name("shingles.txt").read_text(encoding="utf-8").split())


def test_no_field_shares_eight_words_in_a_row_with_the_source() -> None:
    bank = read_bank(KCNA).bank
    assert bank is not None

    copied = [run for text in texts_of(bank) for run in runs(words_of(text)) if hashed(run) in SHINGLES]

    assert copied == []


def test_a_copied_sentence_would_be_found() -> None:
    copied = (
        "gpu operator automates gpu driver and device plugin setup on"  # eight words of a table's cell, and two more
    )

    assert len(SHINGLES) > 2000
    assert any(hashed(run) in SHINGLES for run in runs(words_of(copied)))


def texts_of(thing: Bank | object) -> Iterator[str]:
    """Yield every text in a bank, whatever it is for, but the commands of an exercise and what they print."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple | frozenset):
        for one in thing:
            yield from texts_of(one)
    elif is_dataclass(thing) and not isinstance(thing, Origin):
        for field in fields(thing):
            if not (isinstance(thing, Step) and field.name in ("run", "shows")):
                yield from texts_of(getattr(thing, field.name))
