"""Cards below what clients say of all cards: night, sizes of images, forced colours, the scroll to the answer."""

from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser

from tests.writers.card_bank import DESKTOP, PHONE, cards, choose, files
from tests.writers.cards import client
from tests.writers.test_anki_looks import palette

SEEN = ("backgroundColor", "color", "colorScheme")
TO_ANSWER = "document.getElementById('answer').scrollIntoView()"
OUTSIDE = """row => {
    const {left, right} = row.getBoundingClientRect();
    return Array.from(row.querySelectorAll("dt, dd, pre")).filter((one) => {
        const box = one.getBoundingClientRect();
        return box.right > right + 1 || box.left < left - 1;
    }).map((one) => one.outerHTML);
}"""


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*(int(colour[start : start + 2], 16) for start in (1, 3, 5)))


@pytest.mark.parametrize("night", ["nightMode", "night_mode", "nightMode night_mode"])
def test_the_night_of_a_card_has_its_own_colours_in_every_client(chromium: Browser, night: str) -> None:
    _, dark = (dict(palette(block)) for block in cards()["one"].css.split("}") if "--paper:" in block)
    with client(chromium, cards()["one"], files(), night=night) as shown:
        shown.opens("front")
        found = [shown.page.evaluate(f"getComputedStyle(document.body).{one}") for one in SEEN]

    assert found == [rgb(dark["paper"]), rgb(dark["ink"]), "dark"]


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_a_tall_image_keeps_its_shape(chromium: Browser, size: tuple[int, int]) -> None:
    with client(chromium, cards()["tall"], files(), size=size) as shown:
        shown.opens("back")
        wide, high = shown.page.locator(".dg-answer img").evaluate("one => [one.clientWidth, one.clientHeight]")

    assert high / wide == pytest.approx(9, rel=0.02)


@pytest.mark.parametrize("size", [PHONE, DESKTOP])
def test_nothing_of_a_row_is_cut_off(chromium: Browser, size: tuple[int, int]) -> None:
    with client(chromium, cards()["wide.row.tool-does"], files(), size=size) as shown:
        shown.opens("back")

        assert shown.page.locator(".dg-row").evaluate(OUTSIDE) == []
        assert shown.page.locator(".dg-row pre").evaluate("one => one.scrollWidth > one.clientWidth")


def test_the_verdict_is_in_sight_when_anki_has_scrolled_to_the_answer(chromium: Browser) -> None:
    with client(chromium, cards()["long"], files()) as shown:
        shown.opens("front")
        choose(shown, "0", "2")
        shown.opens("back")
        shown.page.evaluate(TO_ANSWER)
        verdict = shown.page.locator(".dg-miss").bounding_box()

        assert shown.page.evaluate("scrollY") > 0
        assert verdict is not None
        assert 0 <= verdict["y"] < 40


def test_the_given_cell_stays_in_sight_when_anki_has_scrolled_to_the_asked_one(chromium: Browser) -> None:
    with client(chromium, cards()["wide.row.tool-does"], files(), size=(360, 240)) as shown:
        shown.opens("back")
        shown.page.evaluate(TO_ANSWER)
        given = shown.page.locator(".dg-row dd").first.bounding_box()

        assert shown.page.evaluate("scrollY") > 0
        assert given is not None
        assert given["y"] >= 0


@pytest.mark.parametrize("night", ["", "nightMode"])
def test_code_that_goes_on_has_a_shade_at_that_edge(chromium: Browser, night: str) -> None:
    with client(chromium, cards()["wide.row.tool-does"], files(), night=night) as shown:
        shown.opens("back")
        code = shown.page.locator(".dg-row pre")
        begin = shades(code.screenshot())
        code.evaluate("one => { one.scrollLeft = one.scrollWidth }")
        end = shades(code.screenshot())

    assert (begin, end) == ((False, True), (True, False))


def shades(png: bytes) -> tuple[bool, bool]:
    """Tell whether the left and the right edge have another colour than the middle, above the first line."""
    image = Image.open(BytesIO(png)).convert("RGB")
    left, middle, right = (image.getpixel((x, 6)) for x in (1, image.width // 2, image.width - 2))
    return left != middle, right != middle


def test_code_among_words_from_right_to_left_runs_from_left_to_right(chromium: Browser) -> None:
    with client(chromium, cards("ar")["wide"], files()) as shown:
        shown.opens("front")
        ways = shown.page.locator(".dg p code").evaluate_all("all => all.map(one => getComputedStyle(one).direction)")

    assert set(ways) == {"ltr"}


def test_in_forced_colours_images_have_a_ground_and_what_is_chosen_a_frame(chromium: Browser) -> None:
    with client(chromium, cards()["tall"], files()) as shown:
        shown.page.emulate_media(forced_colors="active", color_scheme="dark")
        shown.opens("back")
        ground = shown.page.locator(".dg-answer img").evaluate("one => getComputedStyle(one).backgroundColor")
    with client(chromium, cards()["one"], files()) as shown:
        shown.page.emulate_media(forced_colors="active", color_scheme="dark")
        shown.opens("front")
        choose(shown, "1")
        framed = shown.page.locator(".dg-options > li").evaluate_all(
            "all => all.filter((one) => getComputedStyle(one).outlineStyle === 'solid').map((one) => one.dataset.o)"
        )

    assert ground == "rgb(255, 255, 255)"
    assert framed == ["1"]
