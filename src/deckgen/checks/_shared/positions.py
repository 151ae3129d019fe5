"""How a text names an option by where it stands, as in "the second option", "option 2" or "all of the above"."""

import re
from typing import Final

from deckgen.checks._shared.letters import Named

_NOUN: Final = r"(?:option|answer|choice|alternative|distract[eo]r)"
_SURE_NOUN: Final = r"(?:option|answer|distract[eo]r)"
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_DIGITS: Final = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th")
_PLACES: Final = {word: place for words in (_ORDINALS, _DIGITS) for place, word in enumerate(words)}
_COUNTS: Final = {"two": 2, "three": 3, "four": 4}
_ORDINAL: Final = rf"(?:{'|'.join(_PLACES)}|last)"
_ORDINALS_SAID: Final = rf"{_ORDINAL}(?:(?:\s*,\s*|,?\s+(?:and|or)\s+)(?:the\s+)?{_ORDINAL}){{0,7}}"
_VERDICT: Final = (
    r"(?:is|are|was|were|would\s+be)\s+(?:(?:also|both|all|clearly)\s+){0,4}"
    r"(?:(?:in)?correct|wrong|right)\b(?!\s+(?:of|after|before)\b)"
)
_NOT_THESE: Final = (
    r"(?!\s+(?:that|which|who|it|to|of|on|for|given|passed|specified|received|returned|wins?|takes?|we|you|they|section|"
    r"records?|key|sheet)\b)"
)
_JUDGED: Final = (
    r"(?=\s+(?:is|are)\s+(?:(?:also|both|all)\s+)?(?:(?:in)?correct|wrong|right)\s*(?:$|[.,;:!?)—–]|because\b|since\b))"
)

_WITH_NOUN: Final = re.compile(
    rf"(?<!\bas )(?<!\bis )(?<!\bbe )(?<!\bwas )\bthe\s+(?P<said>{_ORDINALS_SAID})(?:\s+(?P<count>two|three|four))?"
    rf"\s+(?:(?:listed\s+|given\s+)?{_SURE_NOUN}s?\b{_NOT_THESE}|(?:choice|alternative)s?\b{_JUDGED})",
    re.IGNORECASE,
)
_ALONE: Final = re.compile(
    rf"(?:^|[.;!?]\s+)(?P<words>The\s+(?P<said>{_ORDINALS_SAID})(?:\s+(?P<count>two|three|four))?(?:\s+one)?\s+{_VERDICT})"
)
_STARTS: Final = re.compile(r"The (?:first|second|third|fourth|fifth|sixth|seventh|eighth|last|[1-8](?:st|nd|rd|th))\b")
_NOUNS: Final = ("ption", "hoice", "nswer", "above", "lternative", "istract")
_COUNTED: Final = re.compile(r"\b(?:two|three|four|both|first|second|several|pair|\d)\b", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    rf"(?<!\bTCP )(?<!\bIP )(?:(?P<start>(?<![^.;:,(]\s)(?<!\S))|\b){_NOUN}s?\s+"
    r"(?P<sign>no\.\s*|number\s+|#\s*)?(?P<number>[1-8])(?![\w%])(?!\.\w)"
    r"(?(sign)|(?=\s*(?:$|[),;:!?\"”—–]|\.(?:\s|$))|\s+(?:is|are|was|would|does|has|can|cannot|could|will|and|or|because|"
    r"since|but|while|only|describes|confuses|fails)\b|(?(start)\s+[a-z]+s\b|(?!))))",
    re.IGNORECASE,
)
_ABOVE: Final = re.compile(
    r"(?:^|[.;:!?,“\"]\s*|\b(?:is|are|that|so|because|since|why|choose|pick|answer)\s+)"
    r"(?P<words>(?:all|none|any|both|each|either|neither)\s+of\s+the\s+above\b(?!\s+(?!(?:is|was|does|has|"
    r"applies|fits|options|answers|choices)\b)(?:\w+s|code|text|information|data|output|work|example|manifest|command)\b))"
    rf"|(?:^|[.;:!?]\s+|\bof\s+)(?P<these>the\s+(?:above\s+(?:{_NOUN}s?\b(?!\s+(?:combination|key|sheet))|{_VERDICT})"
    r"|(?:option|answer)s?\s+above\b))"
    r"|\b(?P<other>the\s+(?:previous|preceding)\s+(?:option|choice)\b)|^see\s+(?P<seen>the\s+(?:previous|first|last)\s+answer)\b",
    re.IGNORECASE,
)
_AT_ONCE: Final = re.compile(
    r"^(?P<words>The\s+(?P<said>first|last)\s+(?P<count>two|three))\s+"
    r"(?:never|both|all|do|don['’]t|are|were|would|can|cannot|have|only|also|keep)\b"
)
"""What can stand for nothing else at the start of a text, where the stem counts nothing."""
_OTHER_OPTIONS: Final = re.compile(
    r"\bDHCP\b|<option|<select|\bselect tag|\bgetopts?\b|\bargv\b|\bargparse\b|command[- ]line (?:option|flag|argument)"
    r"|\bLikert\b|questionnaire|\bsurvey|\bballot|\bvot(?:es?|ers?|ing)\b|\bMonty Hall\b|drop-?down",
    re.IGNORECASE,
)
"""What has options, answers and choices of its own."""
_ASKED_FOR: Final = re.compile(
    rf"\b(?:(?:which|what)\s+(?:(?:(?:one\s+)?of\s+)?(?:the|these|those)\s+)?(?:(?:following|given|listed|two|below)\s+)*{_NOUN}s?\b"
    rf"(?!\s+(?:of|in|for|on|from|to)\b)|(?:the|an?)\s+(?:(?:one|best|correct|right|most\s+\w+)\s+){_NOUN}s?\b"
    rf"|(?:choose|select|pick|mark|tick|give|find)\s+(?:the|an?|all|one|two|three)?\s*(?:\w+\s+)??{_NOUN}s?\b(?!\s+of\b))"
    rf"|{_NOUN}s?\s+(?:below|above)\b|\bfollowing\s+{_NOUN}s?\b",
    re.IGNORECASE,
)
"""How a stem asks for one of its own options."""
_SWITCH: Final = re.compile(r"(?:^|[\s`])--?[a-zA-Z]")
_ORDINAL_NAME: Final = re.compile(rf"\b{_ORDINAL}\b", re.IGNORECASE)
_OWN_NOUN: Final = re.compile(rf"\b{_NOUN}s?\b", re.IGNORECASE)
_OFFERED: Final = re.compile(
    rf"\b(?:there\s+are|has|have|had|weighs?|considers?|compares?|between|offers?|leaves?|with|of)\s+(?:the\s+|these\s+)?"
    rf"(?:two|three|four|several)\s+(?:\w+\s+)?{_NOUN}s\b(?!\s+(?:is|are|do|does|would|should|can)\b)",
    re.IGNORECASE,
)


def may_say_a_place(text: str) -> bool:
    """Tell whether a text can name an option by its place, at little cost."""
    return any(map(text.__contains__, _NOUNS)) or _STARTS.search(text) is not None


def means_others(words: str, stem: str, options: str, whole: str) -> bool:
    """Tell whether an item has options, choices or answers of its own, or places, that such words can mean."""
    if _OTHER_OPTIONS.search(whole) or _SWITCH.search(options):
        return True
    if _ORDINAL_NAME.search(options) and not _OWN_NOUN.search(words):
        return True
    return bool(_OFFERED.search(stem) or _OWN_NOUN.search(_ASKED_FOR.sub(" ", stem)))


def named_places(text: str, count: int, stem: str = "") -> Named | None:
    """Return the first words in English that name one of so many options by its place, and the places, from 0.

    A text that offers "two options" of its own may number these.
    """
    if _OFFERED.search(text):
        return None
    for found in _WITH_NOUN.finditer(text):
        return found[0], _said(found, count)
    for found in _NUMBERED.finditer(text):
        if int(found["number"]) <= count:
            return found[0], (int(found["number"]) - 1,)
    alone = _ALONE.search(text) or (None if _COUNTED.search(stem) else _AT_ONCE.search(text))
    if alone and not _COUNTED.search(text, 0, alone.start("words")):
        return alone["words"], _said(alone, count)
    above = _ABOVE.search(text)
    return (next(filter(None, above.groups())), tuple(range(count))) if above else None


def _said(found: re.Match[str], count: int) -> tuple[int, ...]:
    words = re.findall(_ORDINAL, found["said"], re.IGNORECASE)
    places = {_PLACES.get(word.lower(), count - 1) for word in words}
    more = _COUNTS.get((found["count"] or "").lower(), 1) - 1
    step = -1 if words[-1].lower() == "last" else 1
    named = places | {place + step * by for place in places for by in range(1, more + 1)}
    return tuple(sorted(place for place in named if place >= 0))
