"""What the cards look like in Chromium, for all eyes: day and night, phone and desktop, wide content, colours."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.anki_harness import learner
from tests.writers.card_bank import AXE, DESKTOP, PHONE, cards, choose, deck, files
from tests.writers.cards import client

LEGIBLE = {
    "ink": ("paper", "tint", "accent-tint", "right-tint", "wrong-tint"),
    "quiet": ("paper", "tint"),
    "accent": ("paper", "tint", "accent-tint"),
    "right": ("paper", "right-tint"),
    "wrong": ("paper", "wrong-tint"),
    "paper": ("accent", "right", "wrong"),
}


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
    (font,) = (name for name in files() if name.endswith(".woff2"))
    with learner() as anki, client(chromium, cards()["wide"], files()) as shown:
        anki.imports(deck())
        shown.opens("front")

        assert anki.collection.media.have(font)
        assert shown.page.evaluate("[...document.fonts].map(font => font.status)") == ["loaded"]
        assert shown.page.evaluate("[...document.fonts].map(font => font.family)") == ["deckgen mono"]


def test_the_lines_of_a_diagram_meet(chromium: Browser) -> None:
    with client(chromium, cards()["wide"], files(), size=PHONE) as shown:
        shown.opens("front")
        heights = shown.page.locator(".dg pre").evaluate_all(
            """all => all.map((pre) => {
                const style = getComputedStyle(pre);
                const inner = pre.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
                return inner / pre.textContent.trim().split("\\n").length / parseFloat(style.fontSize);
            })"""
        )

    assert heights
    assert all(height == pytest.approx(1.3, abs=0.05) for height in heights)


def test_an_authored_heading_is_about_as_large_as_its_text(chromium: Browser) -> None:
    with client(chromium, cards()["headed"], files()) as shown:
        shown.opens("back")
        heads = "h1, h2:not(:first-child), h3, p"
        sizes = (
            shown.page.locator(".dg-answer")
            .locator(heads)
            .evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
        )

    assert len(sizes) == 6
    assert max(sizes) / min(sizes) < 1.1
    assert sizes[0] == sizes[2] == sizes[4] > sizes[1]


def test_night_and_light_differ_and_colours_have_contrast() -> None:
    css = cards()["one"].css
    light, night = (dict(palette(block)) for block in css.split("}") if "--paper:" in block)

    assert light.keys() == night.keys()
    for colours in (light, night):
        for ink, papers in LEGIBLE.items():
            assert [paper for paper in papers if contrast(colours[ink], colours[paper]) < 4.5] == []
        assert contrast(colours["edge"], colours["paper"]) >= 3


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
