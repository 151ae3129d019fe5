"""How a text names an option by its letter, as in "option B", "both A and C" or "B is wrong because".

A capital that stands alone is most often something else: an article, a language, a vitamin, a node of the stem. So a
letter counts only beside a word for options, or with a verdict, and never where the item uses it as a name.
"""

import re
from collections import Counter
from typing import Final

from deckgen.checks._shared.letter_names import used_as_names

_NOUN: Final = r"option|answer|choice|alternative|distract[eo]r"
_ALONE: Final = r"(?![\w+#°*/&-]|['’](?!s\b)|\.\w)"
_JOIN: Final = r"(?:\s*,\s*(?:and\s+|or\s+)?|\s*[/&–-]\s*|\s+(?:and|or|nor|through|to)\s+)"
_LIST: Final = rf"[A-H](?:{_JOIN}[A-H](?!\w)){{1,7}}{_ALONE}"
_END: Final = r"(?=\s*(?:$|[.,;:!?)\]\"”—–])|\s+(?:because|since|as|and|or|but|while)\b)"
_VERBS: Final = r"is|are|was|were|would|will|does|has|can|cannot|could|and|or|because|since|but|while|only"
_VERDICT: Final = (
    r"\s+(?:is|are|was|were|would\s+be|looks?|seems?)\s+(?:(?:also|both|all|clearly|therefore|thus|simply|not)\s+){0,4}"
    rf"(?:(?:in)?correct\b|wrong\b|right{_END}|(?:tempting|plausible){_END}"
    r"|the\s+(?:\w+\s+)?(?:answer|option|choice|distractor)\b"
    r"|an?\s+(?:(?:in)?correct|wrong|right|plausible|tempting)\s+(?:answer|option|choice|distractor)\b)"
)
_RIGHT: Final = r"\s+(?:(?:also|both|all|clearly|therefore|thus|simply|not)\s+){0,4}(?:(?:in)?correct|wrong|right)\b"
_CLOSE: Final = r"(?=\s*(?:$|[.,;:!?)])|\s+(?:at\s+once|because|since|as|and|or|but|leaves?|leaving)\b)"
_CLAUSE: Final = (
    r"(?:^|[.,;:!?(—–]\s*|\b(?<![A-H]\s)(?:and|but|so|while|whereas|because|since|that|why|only|then|therefore|hence|also|both|unlike)"
    r"\s+)"
)
_NAMED: Final = (
    re.compile(rf"\b(?i:{_NOUN})(?i:s)?(?:\s+are)?\s*:?\s*[\"“'(]*(?P<letters>{_LIST})"),
    re.compile(
        rf"\b(?i:{_NOUN})\s+[\"“'(]*(?P<letters>[A-H]{_ALONE}(?!\s+(?:[A-Z]|records?\b|quer|names?\b|(?:of|in)\s+the\b)))"
    ),
    re.compile(
        rf"\b(?i:answer|(?:correct|right|best)\s+(?:{_NOUN}))(?:\s*[:=]|\s+(?:is|was))\s*[\"“'(]*"
        rf"(?P<letters>[A-H])[\"”']?{_END}"
    ),
    re.compile(r"\b(?i:answer)\s*:\s*\(?(?P<letters>[A-H])\)"),
    re.compile(
        rf"\b(?i:{_NOUN})\s+(?P<letters>[a-h])(?=\s+(?:is|was|would\s+be)\s+(?:also\s+|not\s+)?(?:(?:in)?correct|right|wrong)\b)"
    ),
    re.compile(r"\b(?i:answer)(?:\s*:|\s+is)\s*\(?(?P<letters>[a-h])\)?(?=\s*$|\.(?:\s|$))"),
)
"""Ways that say themselves that an option is meant."""

_BARE: Final = (
    re.compile(rf"{_CLAUSE}(?P<letters>{_LIST}|[A-H]{_ALONE}){_VERDICT}"),
    re.compile(
        rf"{_CLAUSE}\(?(?P<letters>[A-H])\)?\s*(?:[:—–-]\s*)?(?i:incorrect|correct|wrong|right)(?=\s*(?:$|[.,:;!?)—–]))"
    ),
    re.compile(
        r"\bmak(?:es|ing)\s+(?P<letters>[A-H])\s+(?:the\s+\w+\s+)?(?:(?:in)?correct|right|wrong|answer|choice)\b"
    ),
    re.compile(
        r"(?:^|[.,;:!?(—–]\s*|\b(?:and|but|so|while|whereas|because|since|hence|therefore|thus)\s+)"
        rf"(?i:both|neither|either|only)\s+(?P<letters>[A-H]\s+(?:and|nor|or|&)\s+[A-H]{_ALONE})"
        rf"(?!\s+(?:is|are|was|were|be|has|have|must|hold)\b(?!{_RIGHT}))"
    ),
    re.compile(rf"(?:^|[.;!?]\s+)Not\s+(?P<letters>{_LIST}|[A-H])(?=\s*[.,;:]|\s+(?:because|since|as|for)\b|$)"),
    re.compile(rf"(?:^|[.;!?]\s+)Unlike\s+(?P<letters>{_LIST}|[ABE-H])(?=,)"),
    re.compile(
        r"\b(?:[Rr]ul(?:e|es|ed|ing)\s+out|[Ee]liminat(?:e|es|ed|ing)|[Ee]xclud(?:e|es|ed|ing))\s+"
        rf"(?P<letters>{_LIST}|[B-H]{_ALONE}{_CLOSE})"
    ),
    re.compile(r"^See\s+(?P<letters>[A-H])\.?$"),
    re.compile(rf"(?<!\w)(?P<letters>{_LIST}|[A-H])\s+only(?=\s*(?:$|[.,;:!?)]))"),
)
"""Ways that may also speak of things that the item calls by letters."""

_SIGNS: Final = (
    re.compile(r"(?:^|[.;:!?]\s+)(?P<letters>[A-H])\)\s"),
    re.compile(r"^(?P<letters>[B-H]):\s+(?=\S)"),
    re.compile(r"^\W*(?P<letters>[A-H])\W*$"),
)
"""Ways that need no language, at the start of a reason."""

_BRACKETS: Final = re.compile(r"(?:\b(?P<before>\w+)[\s,;:—–]+|(?<!\w))\((?P<letters>[A-H])\)(?!\w|\s*\d)")
_NUMBERED: Final = frozenset(
    re.findall(r"\w+", "SECTION SCHEDULE FIGURE APPENDIX PART PARAGRAPH TABLE CHAPTER ANNEX ARTICLE CLAUSE EXHIBIT")
)
_COPYRIGHT: Final = re.compile(r"copyright|©|licen[cs]e", re.IGNORECASE)
_LISTED: Final = re.compile(r"(?:\b(?:and|or)|[,;:])\s+\(B\)\s+(?!(?:is|are|was|would)\b)")
_SUBJECT: Final = re.compile(
    rf"(?:^|[.;!?]\s+|,\s+(?:and|while|but)\s+)(?:(?P<letters>[B-H]){_ALONE}\s+(?!is\b|was\b|has\b)"
    r"(?:[a-z]{2,}s|would|could|can|cannot|will|only)\b|(?P<first>A)\s+(?:would|cannot|describes|confuses|refers|fails)\b)"
)
_TOGETHER: Final = re.compile(rf"(?<!\w){_LIST}")
_LETTER: Final = re.compile(r"(?<!\w)[A-Ha-h](?!\w)")

Named = tuple[str, tuple[int, ...]]
"""The words that name options, and the places of these, from 0."""


def named_options(text: str) -> Named | None:
    """Return the first options that a text in English names by letters and calls options."""
    return next((_named(found) for pattern in _NAMED for found in pattern.finditer(text)), None)


def judged_letters(text: str, names: frozenset[str]) -> Named | None:
    """Return the first letters that stand for options by what an English text says of them; `names` never do."""
    own = _with_their_like(text, names | used_as_names(text))
    found = (_named(found) for pattern in _BARE for found in pattern.finditer(text) if _is_free(found, own))
    return next(found, None) or _subjects(text, own)


def _with_their_like(text: str, names: frozenset[str]) -> frozenset[str]:
    """Return names and the letters that are listed with them, as in "A and B"."""
    if names:
        for listed in map(frozenset, map(_LETTER.findall, _TOGETHER.findall(text))):
            names = names if names.isdisjoint(listed) else names | listed
    return names


def marked_letters(text: str, names: frozenset[str], has_figure: bool = False) -> Named | None:
    """Return the first letter that stands as a mark before or behind words, in any language; figures have some, too."""
    for pattern in _SIGNS:
        found = pattern.search(text)
        if found and _is_free(found, names):
            return _named(found)
    return None if has_figure or (_LISTED.search(text) and "(A)" in text) else _in_brackets(text, names)


def _is_free(found: re.Match[str], names: frozenset[str]) -> bool:
    return names.isdisjoint(_LETTER.findall(found["letters"]))


def _named(found: re.Match[str]) -> Named:
    places = sorted({ord(letter.upper()) - ord("A") for letter in _LETTER.findall(found["letters"])})
    return found[0].strip(' .,;:!?(—–"“'), tuple(places)


def _in_brackets(text: str, names: frozenset[str]) -> Named | None:
    """Return a letter in brackets, as in "time-slicing (B)", unless it is short for a word or numbers one."""
    marks = list(_BRACKETS.finditer(text))
    words = Counter((mark["before"] or "").upper() for mark in marks)
    for mark in marks:
        before, letter = (mark["before"] or "").upper(), mark["letters"]
        is_short_form = (
            before.startswith(letter) or before.isdigit() or (before and words[before] > 1) or before in _NUMBERED
        )
        if not is_short_form and _is_free(mark, names) and not (letter == "C" and _COPYRIGHT.search(text)):
            return f"({letter})", (ord(letter) - ord("A"),)
    return None


def _subjects(text: str, names: frozenset[str]) -> Named | None:
    """Return letters that are said to do something, where there are two: one may be a language or a quantity."""
    letters = sorted({found["letters"] or found["first"] for found in _SUBJECT.finditer(text)} - names)
    if len(letters) < 2:
        return None
    return " and ".join(letters), tuple(ord(letter) - ord("A") for letter in letters)
