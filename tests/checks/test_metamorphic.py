"""How a bank is written down changes no finding but its place."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckgen.assemble.shuffle import printed_order
from deckgen.checks import Context, run_checks
from deckgen.model.bank import Bank
from deckgen.model.exam import Exam
from deckgen.model.item import Choice, Item, Option, Place
from deckgen.model.lock import Lock
from deckgen.model.module import Module
from deckgen.model.places import Places
from deckgen.model.schema import Id, Prose
from deckgen.sources.bank_yaml import BankReading, read_bank
from tests.checks.running import DAY
from tests.test_cases import BLOCK, CASES, DEFAULTS, write

PLACE: Final = re.compile(r"\S+:\d+:\d+|lines [\d and]+")
WORD: Final = re.compile(r"`[^`]*`|[^\s,]+")
ABOUT_ORDER: Final = frozenset({"B602", "B603", "I306", "K105", "R405"})
"""Rules that speak of the order of options; what they find changes with it."""


def test_the_order_of_items_modules_and_rows_changes_nothing(banks: tuple[Bank, ...]) -> None:
    for bank in banks:
        assert said(bank) == said(turned(bank))


def test_the_order_of_options_changes_only_what_is_said_of_order(banks: tuple[Bank, ...]) -> None:
    for bank in banks:
        assert codes(bank) == codes(with_items(bank, with_options_turned))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_order_of_keys_and_files_changes_nothing(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, (before, after) in enumerate(zip(states(case, str), states(case, rewritten), strict=True)):
        said_before = said_in(tmp_path / f"before-{number}", before, monkeypatch)
        said_after = said_in(tmp_path / f"after-{number}", after, monkeypatch)

        assert said_before == said_after


@given(st.lists(st.text("abc AB", min_size=1), min_size=1, max_size=8), st.data())
def test_shuffling_never_changes_which_text_is_right(texts: list[str], data: st.DataObject) -> None:
    places = st.sampled_from([None, *Place])
    options = tuple(
        Option(text=Prose(text), correct=data.draw(st.booleans()), place=data.draw(places)) for text in texts
    )
    item = Choice(id=Id("i"), stem=Prose("Which?"), options=options, shuffle=data.draw(st.booleans()))

    printed = [options[index] for index in printed_order(item, data.draw(st.text(max_size=5)))]

    assert Counter(printed) == Counter(options)


@pytest.fixture(scope="module")
def banks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bank, ...]:
    """The banks of all command cases, as they stand at each command."""
    found = []
    with pytest.MonkeyPatch.context() as patch:
        for case in CASES:
            for files in states(case, str):
                patch.chdir(tmp_path_factory.mktemp("case"))
                bank = read(files).bank
                assert bank is not None
                found.append(bank)
    return tuple(found)


def states(case: Path, written: Callable[[str], str]) -> Iterator[dict[str, str]]:
    """Yield the files of a case as they stand at each command, written in some way."""
    files = dict(DEFAULTS)
    for _, path, text in BLOCK.findall(case.read_text(encoding="utf-8")):
        if path:
            files[path] = text
        else:
            yield {name: written(one) if name.endswith(".yaml") else one for name, one in files.items()}


def rewritten(text: str) -> str:
    """Return a file with the keys of all its mappings in reverse; one that is not to be read stays as it is."""
    try:
        node = yaml.compose(text)
    except (yaml.YAMLError, ValueError):
        return text
    if node is None:
        return text
    pending: list[object] = [node]
    while pending:
        one = pending.pop()
        if isinstance(one, yaml.MappingNode):
            one.value.reverse()
            pending += [part for pair in one.value for part in pair]
        elif isinstance(one, yaml.SequenceNode):
            pending += one.value
    return yaml.serialize(node, allow_unicode=True, width=1000)


def said_in(folder: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, str]]:
    """Count what is found in files that are written into a folder; nothing where they cannot be read whole."""
    folder.mkdir()
    monkeypatch.chdir(folder)
    reading = read(files)
    return said(reading.bank) if reading.bank is not None and not reading.faults else Counter()


def read(files: dict[str, str]) -> BankReading:
    """Write files into the current folder and read them."""
    for path, text in files.items():
        write(path, text)
    return read_bank(Path("questions"))


def codes(bank: Bank) -> set[tuple[str, str]]:
    """Return the codes found, each with what it was found in."""
    places = Places.of(bank)
    found = run_checks(Context(bank, Lock(), DAY)).found
    return {(one.code, places.at(one.span)) for one in found if one.code not in ABOUT_ORDER}


def said(bank: Bank) -> Counter[tuple[str, str]]:
    """Count what is found: code and words, without places, and whichever of two is named first."""
    found = run_checks(Context(bank, Lock(), DAY)).found
    return Counter((one.code, words(one.message)) for one in found)


def words(message: str) -> str:
    """Return the words of a message in the order of the alphabet."""
    return " ".join(sorted(WORD.findall(PLACE.sub("", message))))


def turned(bank: Bank) -> Bank:
    """Return a bank with everything in reverse whose order says nothing."""
    modules = tuple(turned_module(module) for module in reversed(bank.modules))
    return replace(bank, modules=modules, exams=tuple(turned_exam(exam) for exam in reversed(bank.exams)))


def turned_module(module: Module) -> Module:
    """Return a module with its items, facts and tables in reverse."""
    return replace(module, items=module.items[::-1], facts=module.facts[::-1], tables=module.tables[::-1])


def turned_exam(exam: Exam) -> Exam:
    """Return an exam with its rows in reverse."""
    return replace(exam, blueprint=exam.blueprint[::-1])


def with_items(bank: Bank, change: Callable[[Item], Item]) -> Bank:
    """Return a bank with each item changed."""
    modules = (replace(module, items=tuple(change(item) for item in module.items)) for module in bank.modules)
    return replace(bank, modules=tuple(modules))


def with_options_turned(item: Item) -> Item:
    """Return an item with its options in reverse, if it has any and their order says nothing."""
    return replace(item, options=item.options[::-1]) if isinstance(item, Choice) and item.shuffle else item
