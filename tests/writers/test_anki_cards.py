"""The cards in Chromium: one order for both sides, what was chosen, and what is right."""

import re
from collections import Counter
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Browser

from tests.writers.card_bank import FIVE_DAYS, KEPT, NO_STORAGE, RELOADED, WAYS, cards, choose, chosen, files, turn
from tests.writers.cards import client


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
