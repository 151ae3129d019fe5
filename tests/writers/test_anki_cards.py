"""The cards, front and back, in Chromium: one order for both sides, what was chosen and what is right, for all eyes."""

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import cache

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from deckgen.model.item import Place
from deckgen.model.module import Exercise, Step
from deckgen.model.schema import Id, Line, Prose, Verbatim, Word
from tests.anki_harness import TABLE, bank_of, build, choice, fact, learner, open_question
from tests.writers.cards import Card, Client, client, media, rendered

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
        choice("wide", WIDE, "Short", "[A link](https://example.org)", stem=WIDE, why=WIDE),
        open_question("open", WIDE),
        facts=(fact("gang", "Pods start {{c1::together}}, {{c3::`all` of them::how many}}."),),
        tables=(TABLE,),
    )
    (module,) = bank.modules
    module = dataclasses.replace(module, exercise=Exercise(id=Id("lab"), title=Line("A lab"), steps=(STEP,)))
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


@pytest.mark.parametrize(("way", "before"), WAYS, ids=["kept", "reloaded", "without storage"])
def test_both_sides_of_a_day_have_one_order_and_days_differ(chromium: Browser, way: str, before: str) -> None:
    for name in ("one", "two", "many"):
        orders = []
        with client(chromium, cards()[name], files(), before=before) as shown:
            for day in FIVE_DAYS:
                shown.at(day)
                shown.opens("front")
                orders.append(shown.order())
                turn(shown, way)

                assert shown.order() == orders[-1]
                assert not shown.faults

        assert len({tuple(order) for order in orders}) > 2


def test_the_day_turns_at_four(chromium: Browser) -> None:
    orders = []
    with client(chromium, cards()["many"], files()) as shown:
        for hour in (timedelta(hours=4), timedelta(hours=27, minutes=59), timedelta(hours=28)):
            shown.at(datetime(2026, 11, 23) + hour)
            shown.opens("front")
            orders.append(shown.order())

    assert orders[0] == orders[1] != orders[2]


def test_every_option_comes_first_as_often_as_the_others(chromium: Browser) -> None:
    firsts: Counter[str] = Counter()
    with client(chromium, cards()["one"], files()) as shown:
        shown.opens("front")
        for day in range(120):
            shown.at(datetime(2026, 1, 1, 12) + timedelta(days=day))
            shown.puts("front")
            firsts[shown.order()[0]] += 1

    assert sorted(firsts) == ["0", "1", "2", "3"]
    assert min(firsts.values()) >= 18


@pytest.mark.parametrize(("name", "pinned"), [("pinned", "4...35"), ("still", "012"), ("pair", "01")])
def test_what_is_pinned_stays(chromium: Browser, name: str, pinned: str) -> None:
    with client(chromium, cards()[name], files()) as shown:
        for day in FIVE_DAYS:
            shown.at(day)
            shown.opens("front")

            assert re.fullmatch(pinned, "".join(shown.order()))


@pytest.mark.parametrize("way", [KEPT, RELOADED])
@pytest.mark.parametrize(
    ("name", "choices", "verdict"),
    [("one", "0", "✓"), ("one", "2", "✗"), ("two", "13", "✓"), ("two", "1", "✗"), ("two", "134", "✗"), ("one", "", "")],
)
def test_the_back_shows_what_was_chosen_and_what_is_right(
    chromium: Browser, name: str, choices: str, verdict: str, way: str
) -> None:
    with client(chromium, cards()[name], files()) as shown:
        shown.opens("front")
        choose(shown, *choices)
        turn(shown, way)
        letters = ["ABCDE"[place] for place, option in enumerate(shown.order()) if option in choices]
        told = shown.page.locator(".dg-verdict").locator("visible=true").all_inner_texts()

        assert chosen(shown) == list(choices)
        assert [text[0] for text in told] == [*verdict]
        assert all(f"You chose {', '.join(letters)}:" in text for text in told)
        assert not shown.faults


def test_a_radio_button_holds_one_option_and_check_boxes_several(chromium: Browser) -> None:
    with client(chromium, cards()["one"], files()) as single, client(chromium, cards()["two"], files()) as several:
        for shown in (single, several):
            shown.opens("front")
            choose(shown, "0", "2", "3")
        choose(several, "2")

        assert single.page.get_by_role("radio", checked=True).count() == 1
        assert several.page.get_by_role("checkbox", checked=True).count() == 2
        assert single.page.get_by_role("radio", name="Gold").count() == 1
        assert several.page.get_by_text("Choose 2").is_visible()


def test_a_card_that_comes_again_has_nothing_chosen(chromium: Browser) -> None:
    with client(chromium, cards()["one"], files()) as shown:
        shown.opens("front")
        choose(shown, "1")
        shown.opens("front")
        shown.opens("back")

        assert not chosen(shown)


def test_without_storage_a_choice_is_kept_as_long_as_the_page(chromium: Browser) -> None:
    with client(chromium, cards()["one"], files(), before=NO_STORAGE) as shown:
        shown.opens("front")
        choose(shown, "1")
        shown.puts("back")
        kept = chosen(shown)
        shown.opens("back")

        assert kept == ["1"]
        assert not chosen(shown)
        assert not shown.faults


def test_keys_that_grade_choose_nothing(chromium: Browser) -> None:
    with client(chromium, cards()["one"], files()) as shown:
        shown.opens("front")
        shown.page.locator("input").first.focus()
        for key in "1234":
            shown.page.keyboard.press(key)

        assert shown.page.locator("input:checked").count() == 0


@pytest.mark.parametrize("way", [KEPT, RELOADED])
@pytest.mark.parametrize(("name", "key"), [("one", "0"), ("two", "13"), ("pinned", "0"), ("many", "27")])
def test_answer_marks_and_letters_agree(chromium: Browser, name: str, key: str, way: str) -> None:
    with client(chromium, cards()[name], files()) as shown:
        shown.opens("front")
        turn(shown, way)
        letters = [*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "AA", "AB", "AC", "AD"]
        right = shown.page.locator("li", has=shown.page.get_by_role("img", name="Right:"))
        places = [int(option) for option in right.evaluate_all("all => all.map(one => one.dataset.o)")]
        wanted = [letters[place] for place, option in enumerate(shown.order()) if int(option) in places]

        assert sorted(places) == ([int(key)] if name == "many" else [int(one) for one in key])
        assert shown.page.locator(".dg-letter").all_inner_texts() == wanted
        assert shown.page.get_by_role("img", name="Wrong:").count() == len(shown.order()) - len(places)


@pytest.mark.parametrize("name", ["one", "two", "pinned"])
def test_without_scripts_a_card_reads_right(chromium: Browser, name: str) -> None:
    with client(chromium, cards()[name], files(), scripts=False) as shown:
        shown.page.goto("http://cards.test/front")
        front = [one.strip() for one in shown.page.locator(".dg-options > li").all_inner_texts()]
        shown.page.goto("http://cards.test/back")
        back = shown.page.locator(".dg-options .dg-text > div").all_inner_texts()
        marks = shown.page.locator(".dg-mark").all_inner_texts()
        answers = zip(
            shown.page.locator(".dg-letter").all_inner_texts(),
            shown.page.locator(".dg-key > div").all_inner_texts(),
            strict=True,
        )

        assert front == back
        assert [("ABCDEF"[place], back[place]) for place, mark in enumerate(marks) if mark == "✓"] == [*answers]
        assert shown.page.locator(".dg-verdict").locator("visible=true").count() == 0


@pytest.mark.parametrize(("night", "size"), [("", PHONE), ("nightMode", PHONE), ("", DESKTOP)])
@pytest.mark.parametrize("name", ["one", "two", "wide", "open", "gang", "tools.volcano.tool-does", "lab.apply"])
def test_axe_finds_nothing(chromium: Browser, name: str, night: str, size: tuple[int, int]) -> None:
    with client(chromium, cards()[name], files(), night=night, size=size) as shown:
        for side in ("front", "back"):
            shown.opens(side)
            if side == "front" and shown.order():
                choose(shown, "0", "1")
            found = Axe().run(shown.page, options=AXE).response["violations"]

            assert [(one["id"], node["html"]) for one in found for node in one["nodes"]] == []
            assert not shown.faults


def test_all_clients_have_a_night(chromium: Browser) -> None:
    grounds = set()
    for night in ("", "nightMode", "night_mode", "nightMode night_mode"):
        with client(chromium, cards()["one"], files(), night=night) as shown:
            shown.opens("front")
            grounds.add((bool(night), shown.page.evaluate("getComputedStyle(document.body).backgroundColor")))

    assert len(grounds) == 2
    assert len({ground for _, ground in grounds}) == 2


@pytest.mark.parametrize("language", ["en", "ar"])
def test_wide_content_scrolls_in_its_place_and_never_the_page(chromium: Browser, language: str) -> None:
    for name in ("wide", "open"):
        with client(chromium, cards(language)[name], files()) as shown:
            for side in ("front", "back"):
                shown.opens(side)

                assert shown.page.evaluate("document.documentElement.scrollWidth") == 360
                assert shown.page.evaluate("getComputedStyle(document.querySelector('.dg')).direction") == (
                    "rtl" if language == "ar" else "ltr"
                )
                assert not shown.faults


def test_code_is_set_in_the_font_that_the_deck_brings(chromium: Browser) -> None:
    (font,) = files()
    with learner() as anki, client(chromium, cards()["wide"], files()) as shown:
        anki.imports(deck())
        shown.opens("front")

        assert anki.collection.media.have(font)
        assert shown.page.evaluate("[...document.fonts].map(font => font.status)") == ["loaded"]
        assert shown.page.evaluate("[...document.fonts].map(font => font.family)") == ["deckgen mono"]


def test_night_and_light_differ_and_colours_have_contrast() -> None:
    css = cards()["one"].css
    light, night = (dict(palette(block)) for block in css.split("}") if "--paper:" in block)

    assert light.keys() == night.keys()
    for colours in (light, night):
        for ink, papers in LEGIBLE.items():
            assert [paper for paper in papers if contrast(colours[ink], colours[paper]) < 4.5] == []
        assert contrast(colours["edge"], colours["paper"]) >= 3


LEGIBLE = {
    "ink": ("paper", "tint", "accent-tint", "right-tint", "wrong-tint"),
    "quiet": ("paper", "tint"),
    "accent": ("paper", "tint", "accent-tint"),
    "right": ("paper", "right-tint"),
    "wrong": ("paper", "wrong-tint"),
    "paper": ("accent", "right", "wrong"),
}


def palette(block: str) -> list[tuple[str, str]]:
    pairs = (line.strip().rstrip(";").split(": ") for line in block.splitlines() if line.strip().startswith("--"))
    return [(name.removeprefix("--"), colour) for name, colour in pairs]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG counts it."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
