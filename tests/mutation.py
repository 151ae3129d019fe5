"""Break the key of every choice item that has an `answer`, in every way,
and see that the checks refuse it.

python -m tests.mutation [BANK]
"""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from deckgen.checks import Context, Rule, rules, run_checks
from deckgen.diagnostics import Severity
from deckgen.model.bank import Bank
from deckgen.model.item import Choice, Option
from deckgen.model.lock import Lock
from deckgen.model.schema import Prose
from deckgen.sources.bank_yaml import read_bank
from tests.checks.running import DAY

KEY_RULES: Final = tuple(rule for rule in rules() if rule.code.startswith("K"))


def mutants(item: Choice) -> Iterator[tuple[str, Choice]]:
    """Yield the item with a mark moved, added or dropped, or a key's text altered, each with what was done to it."""
    for place, option in enumerate(item.options):
        if not option.correct:
            yield f"mark added at option {place}", marked(item, place)
            continue
        yield f"mark dropped at option {place}", marked(item, place)
        for other, distractor in enumerate(item.options):
            if not distractor.correct:
                yield f"mark moved from option {place} to {other}", marked(item, place, other)
        for text in altered(option.text):
            yield f"option {place} now says {text!r}", with_option(item, place, replace(option, text=Prose(text)))


def altered(text: str) -> tuple[str, ...]:
    """Return texts that differ from this one by a word or a sign; white space alone makes no difference."""
    words = text.split()
    changed = (
        f"not {text}",
        f"{text} at once",
        " ".join(words[:-1]),
        " ".join(words[::-1]),
        text.strip()[:-1],
        text.swapcase(),
        text.translate(str.maketrans("0123456789", "1234567890")),
    )
    return tuple(one for one in dict.fromkeys(changed) if one.split() not in (words, []))


def survivors(bank: Bank, key_rules: tuple[Rule, ...] = KEY_RULES) -> tuple[int, list[str]]:
    """Return how many mutants there are, and those that no rule about keys refuses."""
    count, alive = 0, []
    for module in bank.modules:
        for item in module.choices:
            if not item.answer:
                continue
            for what, mutant in mutants(item):
                count += 1
                alone = replace(bank, modules=(replace(module, items=(mutant,)),))
                if not is_refused(alone, key_rules):
                    alive.append(f"{module.id}/{item.id}: {what}")
    return count, alive


def is_refused(bank: Bank, key_rules: tuple[Rule, ...]) -> bool:
    """Tell whether a build of this bank would be refused for its keys."""
    found = run_checks(Context(bank, Lock(), DAY), key_rules).found
    return any(finding.severity is Severity.ERROR for finding in found)


def marked(item: Choice, *places: int) -> Choice:
    """Return the item with the marks at these places turned."""
    for place in places:
        option = item.options[place]
        item = with_option(item, place, replace(option, correct=not option.correct))
    return item


def with_option(item: Choice, place: int, option: Option) -> Choice:
    """Return the item with another option at a place."""
    return replace(item, options=(*item.options[:place], option, *item.options[place + 1 :]))


def main() -> None:
    """Read the command line and print the number."""
    bank = read_bank(Path(sys.argv[1] if len(sys.argv) > 1 else "questions")).bank
    if bank is None:
        sys.exit("this bank cannot be read; `deckgen check` says why")
    count, alive = survivors(bank)
    for one in alive:
        print(one)
    print(f"{count - len(alive)} of {count} mutants are refused")
    sys.exit(bool(alive))


if __name__ == "__main__":
    main()
