"""What libyaml says, in an author's words."""

import re
from typing import Final

import yaml

from deckgen.diagnostics import Diagnostic, Span
from deckgen.sources import faults

_SPECIAL: Final = "`@%*&![]{}|>?\"',"
_QUOTE: Final = "put the whole text in quotes, or below a `|`"
_BLOCK: Final = re.compile(r"[|>][+-]?\d?[+-]?")
_WORDS: Final = (
    ("mapping values are not allowed", f"a second `: ` on one line; {_QUOTE}"),
    ("could not find expected ':'", "this line is neither a field (`name: …`) nor an entry (`- …`); " + _QUOTE),
    ("while scanning a simple key", "this line is neither a field (`name: …`) nor an entry (`- …`); " + _QUOTE),
    ("unexpected end of stream", "a quotation mark or bracket is opened and never closed; close it"),
    ("expected ',' or", "a bracket is opened and never closed; close it, or put the whole text in quotes"),
    ("found undefined tag handle", f"a text that starts with `!` means something in YAML; {_QUOTE}"),
    ("block end", "the indentation does not fit the lines above; align it with its neighbours"),
    ("expected '-' indicator", "the indentation does not fit the lines above; align it with its neighbours"),
    ("expected key", "the indentation does not fit the lines above; align it with its neighbours"),
)


def explain_error(error: yaml.YAMLError, lines: list[str], file: str) -> Diagnostic:
    """Word a parser's error at its place; `yaml.YAMLError` is more than its marked subclass."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return faults.broken_yaml(Span(file), f"this is not YAML: {_first_line(error)}")
    conflict = next((number for number, line in enumerate(lines, 1) if line.startswith("<<<<<<< ")), None)
    if conflict is not None:
        why = "a merge left a conflict here; keep one side or join both, and take out the lines of `<`, `=` and `>`"
        return faults.broken_yaml(Span(file, conflict), why)
    span = Span(file, mark.line + 1, mark.column + 1)
    line = lines[mark.line] if mark.line < len(lines) else ""
    return faults.broken_yaml(span, _words(f"{error.context} {error.problem}", line))  # type: ignore[attr-defined] # a MarkedYAMLError


def _words(problem: str, line: str) -> str:
    value = _value_of(line)
    if value[:1] in tuple(_SPECIAL) and not _BLOCK.fullmatch(value) and "end of stream" not in problem:
        sign = "a backtick" if value[0] == "`" else f"`{value[0]}`"
        return f"a text that starts with {sign} means something in YAML; {_QUOTE}"
    for said, words in _WORDS:
        if said in problem:
            return words
    return f"this is not YAML ({problem.removeprefix('None ')}); {_QUOTE}"


def _value_of(line: str) -> str:
    """Return what stands behind the dashes and the field's name of a line."""
    text = line.strip()
    while text.startswith("- "):
        text = text[2:].lstrip()
    name, colon, value = text.partition(": ")
    return value.strip() if colon and " " not in name else text


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
