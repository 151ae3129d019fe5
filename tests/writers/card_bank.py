"""A deck with a card of every kind, and what a learner does with one."""

import dataclasses
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache

from deckgen.model.item import Place
from deckgen.model.media import Medium, Pictured
from deckgen.model.module import Exercise, Step
from deckgen.model.schema import Id, Line, Prose, Verbatim, Word
from tests.anki_harness import TABLE, bank_of, build, choice, fact, open_question, table
from tests.media_files import picture
from tests.writers.cards import Card, Client, media, rendered

WIDE = """
Read this:

```
┌──────────────────────────────────────┐   ┌──────────────────────────────────────┐
│ one box of a diagram that is wide    ├──▶│ another, beyond the edge of a phone  │
└──────────────────────────────────────┘   └──────────────────────────────────────┘
```

| Name | What it does | Where it lives | What it costs | How old it is |
|------|--------------|----------------|---------------|---------------|
| Gang scheduling | Starts all Pods of a job together | scheduler-plugins | Nothing | 2019 |

And `a_name_that_is_as_long_as_names_in_code_can_be_when_nobody_ever_counts_their_letters`.
"""
TOWER = Medium("tower.png", "image/png", picture(size=(100, 900)), (100, 900))
TALL = Pictured("![A tower](tower.png)", {"tower.png": TOWER})
WIDE_ROW = ("Kueue", f"```\nkind: Queue   # {'as wide as no row of a table is ' * 4}\n```", "Words " * 40)
STEP = Step(id=Id("apply"), do=Prose("Send *it*."), run=Verbatim("kubectl apply -f a.yaml"), shows=Verbatim("created"))
CORNERS = {"first": Place.FIRST, "last": Place.LAST}
FIVE_DAYS = tuple(datetime(2026, 11, 23, 12) + timedelta(days=day) for day in range(5))
KEPT, RELOADED = "kept", "reloaded"
PHONE, DESKTOP = (360, 640), (1200, 800)
AXE = {"resultTypes": ["violations"], "rules": {"page-has-heading-one": {"enabled": False}}}  # the page is the client's
NO_STORAGE = "Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('refused'); }});"
WAYS = ((KEPT, ""), (RELOADED, ""), (RELOADED, NO_STORAGE))


@cache
def deck(language: str = "en") -> bytes:
    pinned = choice("pinned", "a", "b", "c", "Last", "First", "None of these")
    places = tuple(
        dataclasses.replace(option, place=CORNERS.get(option.text.strip().lower())) for option in pinned.options
    )
    bank = bank_of(
        choice("one", "Gold", "Lead", "Tin", "Zinc", why="So *it* is."),
        choice("two", "A", "B", "C", "D", "E", key=(1, 3), why="Why not."),
        dataclasses.replace(pinned, options=places),
        dataclasses.replace(choice("still", "Low", "Middle", "High"), shuffle=False),
        choice("pair", "True", "False"),
        choice("many", *(f"Number {place}" for place in range(30)), key=(27,)),
        choice("wide", WIDE, "- Short\n- and sweet", "[A link](https://example.org)", stem=WIDE, why=WIDE),
        open_question("open", WIDE),
        open_question("tall", Prose(TALL)),
        open_question("headed", "# One\n\nWords.\n\n## Two\n\nWords.\n\n### Three\n\nWords."),
        choice("long", "One", "Two", "Three", "Four", stem="Many words. " * 60, why="Why not. " * 40),
        facts=(fact("gang", "Pods start {{c1::together}}, {{c3::`all` of them::how many}}."),),
        tables=(TABLE, table("wide", row=WIDE_ROW)),
    )
    (module,) = bank.modules
    exercise = Exercise(id=Id("lab"), title=Line("A lab"), steps=(STEP,))
    module = dataclasses.replace(module, exercise=exercise, media=(TOWER,))
    head = dataclasses.replace(bank.head, language=Word(language))
    return build(dataclasses.replace(bank, head=head, modules=(module,))).data


@cache
def cards(language: str = "en") -> Mapping[str, Card]:
    found: dict[str, Card] = {}
    for card in rendered(deck(language)):
        found.setdefault(card.key.removeprefix("m/"), card)
    return found


@cache
def files() -> Mapping[str, bytes]:
    return media(deck())


def turn(shown: Client, way: str) -> None:
    """Turn the card as clients do that keep the page, or load the back anew."""
    if way == KEPT:
        shown.puts("back")
    else:
        shown.opens("back")


def choose(shown: Client, *names: str) -> None:
    for name in names:
        shown.page.locator(f'[data-o="{name}"] label').click()


def chosen(shown: Client) -> list[str]:
    places = shown.page.locator(".dg-options > li", has_text="Your choice")
    return sorted(places.evaluate_all("all => all.map(one => one.dataset.o)"))
