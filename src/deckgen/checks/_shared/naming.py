"""Where the texts of an item name options by letter or by place."""

import re
from collections.abc import Iterator
from typing import Final

from deckgen.assemble.shuffle import letters_are_names, names_letters, sums_up
from deckgen.checks._shared.item_prose import Part, Text, texts_of, whole_of, words_of
from deckgen.checks._shared.letter_names import lone_letters, spelt_out, used_as_names
from deckgen.checks._shared.letters import (
    Named,
    judged_letters,
    marked_letters,
    named_options,
)
from deckgen.checks._shared.mentions import Mention
from deckgen.checks._shared.positions import may_say_a_place, means_others, named_places
from deckgen.model.folding import fold
from deckgen.model.item import Choice

_FIGURE: Final = re.compile(
    r"!\[|\b(?:figure|diagram|picture|drawing|sketch|chart|graph|map|photo\w*|image|schematic|circuit|label(?:led|ed|s)?|shown)\b",
    re.IGNORECASE,
)
_SPEAKS_OF_CHOICE: Final = re.compile(r"\b(?:option|choice|choose|alternative|answer)", re.IGNORECASE)
_SWITCH: Final = re.compile(r"(?:^|[\s`])--?[a-zA-Z]")
_CAPITAL: Final = re.compile(r"[A-H](?!\w)(?<!\w.)")
_NO_ARTICLE: Final = re.compile(
    r"[B-H](?!\w)(?<!\w.)"
    r"|A(?!\w)(?<!\w.)(?:(?<=[^.!?:*\n] A)|(?=\W{2}|\W*$|\S|\s+(?:is|was|and|or|only|looks|would|describes)\b))"
)
_SMALL: Final = re.compile(r"\n[\s*(]*[a-h]\)")
_NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
_OPENING: Final = re.compile(r"\(?(?P<letter>[A-Ha-h])(?P<sign>[).:])\s+(?P<rest>.*)", re.DOTALL)


def by_letter(item: Choice, is_english: bool) -> Iterator[Mention]:
    """Yield the first letter in each text of an item that stands for an option; of letters before options, one."""
    if not _may_say_a_letter(whole_of(item), is_english):
        return
    names = names_in(item)
    has_numbered = False
    for text in texts_of(item):
        is_likely = _may_say_a_letter(f"\n{text.words}", is_english)
        found = _letters(text, item, names, is_english) if is_likely else None
        if found and found[1] and found[1][-1] < len(item.options):
            is_number = text.part is Part.OPTION and found[0].endswith(")")
            if not (is_number and has_numbered):
                yield Mention(*found, text)
            has_numbered = has_numbered or is_number


def by_place(item: Choice) -> Iterator[Mention]:
    """Yield the first words in each text of an item that name options by where they stand; in English."""
    whole = whole_of(item)
    if not may_say_a_place(whole):
        return
    for text in texts_of(item):
        if not may_say_a_place(text.words) or (text.part is Part.OPTION and sums_up(text.words)):
            continue
        found = named_places(words_of(text.words), len(item.options), item.stem)
        if found and found[1] and found[1][-1] < len(item.options) and not _is_an_option(found, item):
            if means_others(found[0], item.stem, _options_of(item), whole):
                return
            yield Mention(*found, text)


def _options_of(item: Choice) -> str:
    return "\n".join([option.text for option in item.options])


def names_in(item: Choice) -> frozenset[str]:
    """Return the letters that an item itself uses for something else than its options."""
    stem = words_of(item.stem)
    if letters_are_names(item):
        return frozenset("ABCDEFGH")
    names = lone_letters(stem) | used_as_names(item.stem) | spelt_out(stem)
    for option in item.options:
        opening = _OPENING.match(option.text)
        words = opening["rest"] if opening and opening["sign"] == ")" else option.text
        if not (names_letters(words) or named_options(words) or judged_letters(words, frozenset())):
            letters = _NOT_LETTERS.sub("", words)
            names |= lone_letters(words) | used_as_names(words) | spelt_out(words)
            names |= {letters.upper()} if len(letters) == 1 else frozenset()
    return names


def _letters(text: Text, item: Choice, names: frozenset[str], is_english: bool) -> Named | None:
    words = words_of(text.words)
    found = named_options(words) if is_english else None
    if found and not _means_others(found, text, item):
        return found
    if text.part is Part.STEM:
        return None
    if text.part is Part.OPTION:
        return _in_option(words, names, is_english)
    own = names | used_as_names(words)
    found = judged_letters(words, own) if is_english and _NO_ARTICLE.search(words) else None
    has_figure = "(" in words and bool(_FIGURE.search(f"{item.stem}\n{words}"))
    return found or marked_letters(words, own, has_figure) or _opening(words, item, own)


def _means_others(found: Named, text: Text, item: Choice) -> bool:
    """Tell whether "option B" is a thing of the item: an option's whole text, a choice in the stem, or a switch."""
    letters = {chr(place + ord("A")) for place in found[1]}
    if len(letters) == 1 and not letters.isdisjoint(_own_texts(item)):
        return True
    if any(_SWITCH.search(option.text) for option in item.options):
        return True
    is_asked = text.part is not Part.STEM and named_options(item.stem) is None and _SPEAKS_OF_CHOICE.search(item.stem)
    return bool(is_asked) and not letters.isdisjoint(lone_letters(item.stem))


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
