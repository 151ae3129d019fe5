"""Pictures of the cards for the docs: `python -m tests.writers.card_pictures` writes them into `docs/images`.

They have 40 colours each, a third of the size; `card.png` is the back of the first one.
"""

import shutil
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from deckgen.sources.bank_yaml import read_bank
from tests.anki_harness import build
from tests.writers.cards import Card, client, media, rendered

ROOT: Final = Path(__file__).parents[2]
SHOWN: Final = {
    "choice": "gang-deadlock",
    "open": "job-or-deployment",
    "cell": "tools.volcano.tool-does",
    "cloze": "gang-beta",
    "step": "gpu-pod.apply",
}
CHOSEN: Final = "0"
SHEET: Final = """document.open(); document.write(`<!doctype html><style>
    body { margin: 0; display: flex; gap: 12px; width: 732px; align-items: start; background: BACKDROP }
    iframe { width: 360px; border: 0 }
</style><iframe title=front src=/front></iframe><iframe title=back></iframe>`)"""
FIT: Final = """() => Math.max(...Array.from(document.querySelectorAll('iframe')).map((frame) => {
    frame.contentWindow.scrollTo(0, 0);
    const height = Math.ceil(frame.contentDocument.querySelector('.dg').getBoundingClientRect().bottom) + 20;
    frame.style.height = height + 'px';
    return height;
}))"""


def picture(chromium: Browser, card: Card, deck: bytes, *, night: bool) -> bytes:
    """Return both sides of a card side by side as PNG."""
    with client(chromium, card, media(deck), night="nightMode" if night else "", size=(732, 400)) as shown:
        shown.at(datetime(2026, 11, 23, 12))
        shown.opens("front")
        shown.page.evaluate(SHEET.replace("BACKDROP", "#34333c" if night else "#dcd8d0"))
        front, back = (shown.page.frame_locator(f"[title={side}]") for side in ("front", "back"))
        front.locator(".dg").wait_for()
        if "dg-choice" in card.front:
            front.locator(f'[data-o="{CHOSEN}"] label').click()
        shown.page.evaluate("document.querySelector('[title=back]').src = '/back'")
        back.locator(".dg-source").wait_for()
        shown.page.wait_for_timeout(200)
        shown.page.set_viewport_size({"width": 732, "height": shown.page.evaluate(FIT)})
        return shown.page.screenshot()


def save(drawn: Image.Image, name: str) -> None:
    """Write a picture for the docs."""
    few = drawn.convert("RGB").quantize(40, kmeans=4, dither=Image.Dither.NONE)
    few.save(ROOT / f"docs/images/{name}.png", "PNG", optimize=True)


def main() -> None:
    """Draw every kind of card, by day and by night."""
    bank = read_bank(ROOT / "questions").bank
    assert bank is not None
    deck = build(bank).data
    cards = {card.key.partition("/")[2]: card for card in rendered(deck)}
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for kind, name in SHOWN.items():
            for time in ("day", "night"):
                drawn = Image.open(BytesIO(picture(chromium, cards[name], deck, night=time == "night")))
                save(drawn, f"card-{kind}-{time}")
                if (kind, time) == ("choice", "day"):
                    save(drawn.crop((372, 0, 732, drawn.height)), "card")
        chromium.close()


if __name__ == "__main__":
    main()
