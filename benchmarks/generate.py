"""Write a bank of any size, the same for the same seed: python benchmarks/generate.py FOLDER --items N --seed S."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random
from textwrap import fill, indent
from typing import Final

MODULE_SIZE: Final = 100
FORM_SIZE: Final = 50
WORDS: Final = Path(__file__).with_name("words.txt").read_text(encoding="utf-8")
NOUNS, ADJECTIVES, VERBS = (part.split() for part in WORDS.split("\n\n"))
SENTENCES: Final = (
    "The {a} {n} of the team has to {v} every {n}, and the {a} {n} waits for it.",
    "Since the last release the {n} on the {a} {n} reports `{n}-{d}` and nobody could {v} it.",
    "An engineer wants to {v} the {a} {n} without a change to the {n} that feeds the {a} {n}.",
    "During the {a} window about {d} {n} entries reach the {n} and leave the {a} {n} untouched.",
    "The command `{v} --{n} {d}` was run twice on the {n} and it did **not** reach the {a} {n}.",
)
REASONS: Final = (
    "It would {v} the {n} and leave the {a} {n} as it was.",
    "The {a} {n} has its own {n}; nothing here has to {v} it.",
    "To {v} a {n} takes `{n}-{d}`, which the {a} {n} lacks.",
)
CODE: Final = '```yaml\n{n}:\n  name: {a}-{n}\n  limits:\n    {n}: {d}\n  {n}: "{v}-{d}"\n```'
LEVELS: Final = ("easy", "medium", "hard")
BLOOM: Final = ("remember", "understand", "apply", "analyse")


class Prose:
    """Makes sentences that mean nothing, out of a seeded stream."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)

    def fill(self, pattern: str) -> str:
        """Put words into a pattern, each blank its own."""
        words = {"{n}": NOUNS, "{a}": ADJECTIVES, "{v}": VERBS}
        for blank, choices in words.items():
            while blank in pattern:
                pattern = pattern.replace(blank, self.random.choice(choices), 1)
        while "{d}" in pattern:
            pattern = pattern.replace("{d}", str(self.random.randint(2, 999)), 1)
        return pattern

    def sentences(self, count: int) -> str:
        """Return a paragraph, wrapped as an author would."""
        return fill(" ".join(self.fill(one) for one in self.random.sample(SENTENCES, count)), 92)

    def options(self) -> list[str]:
        """Return four or five texts that differ in their first word."""
        verbs = self.random.sample(VERBS, self.random.choice((4, 4, 5)))
        tails = ("the {a} {n} of each {n}", "every `{n}-{d}` in the {a} {n}", "the {n} behind the {a} {n}")
        return [f"{verb.capitalize()} {self.fill(self.random.choice(tails))}" for verb in verbs]

    def terms(self, count: int) -> list[str]:
        """Return different names of things."""
        pairs = self.random.sample(range(len(ADJECTIVES) * len(NOUNS)), count)
        return [f"{ADJECTIVES[one // len(NOUNS)]} {NOUNS[one % len(NOUNS)]}".capitalize() for one in pairs]


def block(key: str, text: str, depth: int) -> str:
    """Return a field as a block scalar."""
    return f"{' ' * depth}{key}: |\n{indent(text, ' ' * (depth + 2))}\n"


def item(prose: Prose, number: int) -> str:
    """Return one item, every third with code and every tenth with two keys."""
    pick = prose.random
    options = prose.options()
    key = sorted(pick.sample(range(len(options)), 2 if number % 10 == 7 else 1))
    code = "\n\n" + prose.fill(CODE) if number % 3 == 0 else ""
    ask = prose.fill("Which steps let the team {v} the {a} {n}?" if len(key) > 1 else "Which step does it take?")
    head = f"  - id: item-{number:03}\n    objective: goal-{number % 4}\n    difficulty: {LEVELS[number % 3]}\n"
    head += f"    bloom: {pick.choice(BLOOM)}\n    tags: [{', '.join(sorted(pick.sample(NOUNS, 3)))}]\n"
    stem = block("stem", f"{prose.sentences(2)}{code}\n\n{ask}", 4)
    listed = "".join(option(prose, text, place in key) for place, text in enumerate(options))
    answers = "".join(f"\n      - {options[place]}" for place in key) if len(key) > 1 else f" {options[key[0]]}"
    rationale = block("rationale", f"{options[key[0]]}, and nothing else.\n{prose.sentences(1)}", 4)
    return f"{head}{stem}    options:\n{listed}    answer:{answers}\n{rationale}    facts: [fact-{number % 4}]\n"


def option(prose: Prose, text: str, correct: bool) -> str:
    """Return one option with its reason."""
    mark = "        correct: true\n" if correct else ""
    return f"      - text: {text}\n{mark}{block('why', prose.fill(prose.random.choice(REASONS)), 8)}"


def table(prose: Prose) -> str:
    """Return a table of six rows and two questions, one of which makes items."""
    terms, homes = prose.terms(6), prose.terms(6)
    ask = "      - given: term\n        ask: does\n        items: true\n      - given: term\n        ask: home\n"
    rows = "".join(
        f"      - id: row-{place}\n        term: {term}\n"
        + block("does", prose.fill("Can {v} the {a} {n}, then {v} the {n} of the {a} {n}"), 8)
        + f"        home: {home}\n"
        for place, (term, home) in enumerate(zip(terms, homes, strict=True))
    )
    head = "  - id: terms\n    objective: goal-1\n    title: What the terms mean\n    columns:\n"
    return f"{head}      term: Term\n      does: What it does\n      home: Where\n    ask:\n{ask}    rows:\n{rows}"


def fact(prose: Prose, number: int) -> str:
    """Return a fact with two deletions."""
    text = prose.fill("The {a} {n} is there to {{c1::{v}}} the {n}, and a {{c2::{a} {n}}} reports `{n}-{d}`.")
    dates = "    as_of: 2026-09-08\n    review_by: 2027-09-30\n    source: https://example.org/facts\n"
    return f"  - id: fact-{number}\n    objective: goal-{number}\n{block('text', text, 4)}{dates}"


def module_files(prose: Prose, number: int, items: int) -> Iterator[tuple[str, str]]:
    """Yield the files of one module."""
    goals = "".join(block(f"goal-{one}", prose.fill("Explain how to {v} the {a} {n}"), 4) for one in range(4))
    title = f"{prose.terms(1)[0]} and {prose.terms(1)[0].lower()}"
    yield "module.yaml", f"module:\n  id: module-{number:03}\n  title: {title}\n  objectives:\n{goals}"
    yield "items.yaml", "items:\n" + "\n".join(item(prose, one) for one in range(items))
    yield "tables.yaml", "tables:\n" + table(prose)
    yield "facts.yaml", "facts:\n" + "\n".join(fact(prose, one) for one in range(4))


def exam(items: int) -> str:
    """Return an exam of four forms of 50, smaller where the bank has fewer than 200 items."""
    size = min(FORM_SIZE, items // 4)
    shares = {"difficulty: easy": 30, "difficulty: medium": 34, "difficulty: hard": 26, "generated: true": 10}
    counts = {what: size * share // 100 for what, share in shares.items()}
    counts["difficulty: medium"] += size - sum(counts.values())
    rows = "".join(f"      - {what}\n        count: {count}\n" for what, count in counts.items() if count)
    head = "exams:\n  - id: mock\n    title: Mock exam\n    minutes: 60\n    pass: 75%\n    forms: 4\n"
    return f'{head}    seed: "1"\n    balance: difficulty\n    blueprint:\n{rows}'


def generate(folder: Path, items: int, seed: str) -> None:
    """Write a bank."""
    folder.mkdir(parents=True)
    uid = f"{Random(seed).getrandbits(120):030x}"[:26]
    head = f'id: bench\ntitle: Bank of {items:,} items\nuid: {uid}\nversion: "1"\nlicence: CC0-1.0\n'
    (folder / "bank.yaml").write_text(head, encoding="utf-8")
    (folder / "exams.yaml").write_text(exam(items), encoding="utf-8")
    for number, start in enumerate(range(0, items, MODULE_SIZE)):
        place = folder / f"module-{number:03}"
        place.mkdir()
        prose = Prose(f"{seed}/{number}")
        for name, text in module_files(prose, number, min(MODULE_SIZE, items - start)):
            (place / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="must not exist yet")
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--seed", default="1")
    given = parser.parse_args()
    generate(given.folder, given.items, given.seed)


if __name__ == "__main__":
    main()
