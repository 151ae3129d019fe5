"""Where the texts of an item name options by letter or by place, and whether these options move."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from deckgen.assemble.shuffle import Layout, names_letters, sums_up
from deckgen.checks._shared.item_prose import Part, Text, texts_of, whole_of, without_code
from deckgen.checks._shared.letters import (
    Named,
    judged_letters,
    lone_letters,
    marked_letters,
    named_options,
    used_as_names,
)
from deckgen.checks._shared.positions import may_say_a_place, named_places
from deckgen.model.folding import fold
from deckgen.model.item import Choice
from deckgen.model.plain import plain

_CAPITAL: Final = re.compile(r"[A-H](?!\w)(?<!\w.)")
_NO_ARTICLE: Final = re.compile(
    r"[B-H](?!\w)(?<!\w.)"
    r"|A(?!\w)(?<!\w.)(?:(?<=[^.!?:*\n] A)|(?=\W{2}|\W*$|\S|\s+(?:is|was|and|or|only|looks|would|describes)\b))"
)
_SMALL: Final = re.compile(r"\n[\s*(]*[a-h]\)")
_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
_OPENING: Final = re.compile(r"\(?(?P<letter>[A-Ha-h])(?P<sign>[).:])\s+(?P<rest>.*)", re.DOTALL)


class Mention(NamedTuple):
    """Words that name options, the places of these in the printed order, from 0, and the text that has the words."""

    words: str
    places: tuple[int, ...]
    text: Text


def by_letter(item: Choice, is_english: bool) -> Iterator[Mention]:
    """Yield the first letter in each text of an item that stands for an option."""
    if not _may_say_a_letter(whole_of(item), is_english):
        return
    names = names_in(item)
    for text in texts_of(item):
        is_likely = _may_say_a_letter(f"\n{text.words}", is_english)
        found = _letters(text, item, names, is_english) if is_likely else None
        if found and found[1][-1] < len(item.options):
            yield Mention(*found, text)


def by_place(item: Choice) -> Iterator[Mention]:
    """Yield the first words in each text of an item that name options by where they stand; in English."""
    if not may_say_a_place(whole_of(item)):
        return
    for text in texts_of(item):
        if not may_say_a_place(text.words) or (text.part is Part.OPTION and sums_up(text.words)):
            continue
        found = named_places(plain(without_code(text.words)), len(item.options), item.stem)
        if found and found[1][-1] < len(item.options) and not _is_an_option(found, item):
            yield Mention(*found, text)


def moves(mention: Mention, layout: Layout) -> bool:
    """Tell whether another option can stand where one does that is named."""
    return len(layout.free) > 1 and any(place in layout.free_places for place in mention.places)


def names_in(item: Choice) -> frozenset[str]:
    """Return the letters that an item itself uses for something else than its options."""
    names = lone_letters(without_code(item.stem)) | used_as_names(item.stem)
    for option in item.options:
        if not names_letters(option.text):
            letters = _NOT_LETTERS.sub("", option.text)
            names |= used_as_names(option.text) | ({letters.upper()} if len(letters) == 1 else frozenset())
    return names


def _letters(text: Text, item: Choice, names: frozenset[str], is_english: bool) -> Named | None:
    words = plain(without_code(text.words))
    found = named_options(words) if is_english else None
    if found and not (len(found[1]) == 1 and chr(found[1][0] + ord("A")) in _own_texts(item)):
        return found
    if text.part is Part.STEM:
        return None
    if text.part is Part.OPTION:
        return _in_option(words, names, is_english)
    found = judged_letters(words, names) if is_english and _NO_ARTICLE.search(words) else None
    return found or marked_letters(words, names) or _opening(words, item, names)


def _in_option(words: str, names: frozenset[str], is_english: bool) -> Named | None:
    opening = _OPENING.match(words)
    if opening and opening["sign"] == ")":
        return f"{opening['letter']})", (ord(opening["letter"].upper()) - ord("A"),)
    return judged_letters(words, names) if is_english else None


def _opening(words: str, item: Choice, names: frozenset[str]) -> Named | None:
    """Return the letter with which a reason starts, as in "B. Gang scheduling", where an option's text follows."""
    opening = _OPENING.match(words)
    if opening and opening["letter"].upper() not in names:
        rest = fold(opening["rest"])
        if any(rest.startswith(fold(option.text) or "\n") for option in item.options):
            return f"{opening['letter']}{opening['sign']}", (ord(opening["letter"].upper()) - ord("A"),)
    return None


def _may_say_a_letter(text: str, is_english: bool) -> bool:
    """Tell whether a text can name an option by a letter, at little cost."""
    if _CAPITAL.search(text) and _NO_ARTICLE.search(text):
        return True
    return (")" in text and bool(_SMALL.search(text))) or (is_english and ("ption " in text or "nswer" in text))


def _own_texts(item: Choice) -> frozenset[str]:
    letters = (_NOT_LETTERS.sub("", option.text) for option in item.options)
    return frozenset(letter.upper() for letter in letters if len(letter) == 1)


def _is_an_option(found: Named, item: Choice) -> bool:
    words = fold(found[0])
    return any(words in fold(option.text) for option in item.options if sums_up(option.text))
