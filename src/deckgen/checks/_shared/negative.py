"""Whether an English question picks by a negation, and by which word.

A negation elsewhere in a sentence is none: "Which setting ensures that they do not restart?" and "Why does the Pod not
start?" ask for something that is so. The word belongs to the question when it follows the first auxiliary verb behind
"which", or that verb's subject, and nothing before it begins a clause of its own.
"""

import re
from typing import Final

_VERB: Final = (
    r"(?:(?:is|are|was|were|do|does|did|ca|could|wo|would|should|must|has|have|had)n['’]t|cannot"
    r"|(?:is|are|was|were|do|does|did|can|could|will|would|should|shall|must|may|might|has|have|had)(?!['’]))"
)
_CLAUSE: Final = (
    "that|when|whenever|if|because|so|while|who|whose|whom|where|why|how|whether|although|though|unless|until|to|but|and"
    "|they|it|he|she|we|you|i|there"
)
_LINK: Final = "of|in|on|for|with|from|by|about|at|below|above|among|under|between|or"
_PHRASE: Final = rf"(?:(?!(?:{_VERB}|{_CLAUSE})\b)[\w/&'’.-]+,?\s+)"
_SUBJECT: Final = (
    r"(?:(?:you|we|they|it|one|(?-i:[A-Z])\w*)\s+"
    r"|(?:an?|the|this|these|those|your|each|every)\s+(?:[\w-]+\s+){1,3}?)"
)
_ASKS: Final = re.compile(
    r"(?:^|(?<=[,;:]\s)|(?<=\band\s))(?:which|what|who)\b\s*"
    rf"(?P<phrase>{_PHRASE}{{0,12}}?)"
    rf"(?P<verb>{_VERB})\b(?:\s+(?P<subject>{_SUBJECT})?(?P<word>not|never)\b)?",
    re.IGNORECASE,
)
_CHOOSES: Final = re.compile(
    r"^(?:please\s+)?(?:choose|select|pick|mark|name|find|identify|tick)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:options?|answers?|ones?|two|three|four|statements?|items?|choices?|claims?)\s+(?:that|which)\s+"
    rf"(?P<verb>{_VERB})\b(?:\s+(?P<word>not|never)\b)?",
    re.IGNORECASE,
)
_FORBIDS: Final = re.compile(
    r"^(?:(?:in|under|at|for|to|with|by|on) )?(?:which|what) (?:[\w-]+ ){0,3}?(?:should|must|may) "
    r"(?:(?:an?|the) )?(?:[\w-]+ ){1,2}?(?P<word>not|never) (?:be \w+|(?!only\b)\w+(?: \w+)?)[?\s]*$",
    re.IGNORECASE,
)
_EXCEPT: Final = re.compile(
    r"\b(?:all|each|every\w*|any|which|what)\b.*\b(?P<word>except)(?:\s+(?:for|one|which|which one|what))?[\s?.:…_]*$",
    re.IGNORECASE,
)
_LEAST: Final = re.compile(
    r"\b(?:which|what|who)\b.*(?<!at )\b(?P<word>least)\s+(?:likely|probable|suitable|suited|appropriate|accurate"
    r"|effective|useful|helpful|important|relevant|plausible|convincing|desirable|true|correct|want|expect)",
    re.IGNORECASE,
)
_LOOKS_LIKE_VERB: Final = re.compile(rf"\b[a-z]\w*[^\Wsui]s\s+(?!(?:{_LINK})\b)\w")
_COPULA: Final = ("is", "are", "was", "were")


def negative_word(sentence: str) -> str | None:
    """Return the word that makes a question ask for what is not so; its form is as it was written."""
    for pattern in (_ASKS, _CHOOSES):
        if (found := pattern.search(sentence)) and (word := _word(found)):
            return word
    found = _FORBIDS.search(sentence) or _EXCEPT.search(sentence) or _LEAST.search(sentence)
    return found["word"] if found else None


def _word(found: re.Match[str]) -> str | None:
    """Return the negation of the question's own verb; "is a Pod not bound to a node" has none."""
    parts = found.groupdict()
    if parts.get("phrase") and _LOOKS_LIKE_VERB.search(f"which {parts['phrase']}"):
        return None
    verb = found["verb"]
    if verb.casefold() == "cannot" or verb.casefold().endswith(("n't", "n’t")):
        return verb
    if parts.get("subject") and verb.casefold() in _COPULA:
        return None
    return found["word"]
