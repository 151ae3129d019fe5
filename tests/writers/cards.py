"""Cards as Anki's clients show them: the real Anki renders them, and Chromium is the client."""

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from json import loads
from mimetypes import guess_type
from typing import Final

from playwright.sync_api import Browser, Page, Route

from tests.anki_harness import learner

_HOST: Final = "http://cards.test/"
_PHONE: Final = (360, 640)
_CLIENTS: Final = """
body { margin: 20px; overflow-wrap: break-word }
body.nightMode { color: #fcfcfc; background-color: #2c2c2c }
body.night_mode { color: white; background-color: black }
img { max-width: 100%; max-height: 95vh }
"""
"""What Anki's reviewer and AnkiDroid say of all cards (`reviewer.scss`, `flashcard.css`), where it bears on ours."""


@dataclass(frozen=True)
class Card:
    """The two sides of a card, as the client gets them."""

    key: str
    front: str
    back: str
    css: str

    def page(self, side: str, night: str = "") -> str:
        """Return a page with a side of the card, laid out as Anki's own; `night` names the client's class for it."""
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Anki</title>'
            f'<meta name="viewport" content="width=device-width"><style>{_CLIENTS}</style>'
            f"<style>{self.css}</style></head>"
            f'<body class="card card1 {night}"><main id="qa">{getattr(self, side)}</main></body></html>'
        )


def rendered(deck: bytes) -> list[Card]:
    """Return the cards of a package, as the real Anki renders them."""
    with learner() as anki:
        anki.imports(deck)
        outputs = [(card.note()["Key"], card.render_output()) for card in anki.cards()]
    return [Card(key, out.question_text, out.answer_text, out.css) for key, out in outputs]


def media(deck: bytes) -> Mapping[str, bytes]:
    """Return the media of a package by name."""
    with zipfile.ZipFile(BytesIO(deck)) as archive:
        return {name: archive.read(number) for number, name in loads(archive.read("media")).items()}


class Client:
    """A client with one card; it notes what goes wrong in the page."""

    def __init__(self, page: Page, card: Card, files: Mapping[str, bytes], night: str) -> None:
        self.page, self.card, self.faults = page, card, list[str]()
        self._files, self._night = files, night
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.route("**", self._answer)

    def at(self, time: datetime) -> None:
        """Set the client's clock."""
        self.page.clock.set_fixed_time(time)

    def opens(self, side: str) -> None:
        """Load a side as a page of its own, as clients do that keep nothing between the sides."""
        self.page.goto(_HOST + side)
        self.page.evaluate("document.fonts.ready.then(() => null)")

    def puts(self, side: str) -> None:
        """Put a side into the page that is there and run its scripts, as Anki on the desktop does."""
        self.page.evaluate(
            """html => {
                const qa = document.getElementById("qa");
                qa.innerHTML = html;
                qa.querySelectorAll("script").forEach((old) => {
                    const script = document.createElement("script");
                    script.textContent = old.textContent;
                    old.replaceWith(script);
                });
            }""",
            getattr(self.card, side),
        )

    def order(self) -> list[str]:
        """Return the authored places of the options in the order that is seen."""
        places = "all => all.map(one => [one.getBoundingClientRect().top, one.dataset.o]).sort((a, b) => a[0] - b[0])"
        return [name for _, name in self.page.eval_on_selector_all(".dg-options > li", places)]

    def _answer(self, route: Route) -> None:
        name = route.request.url.removeprefix(_HOST)
        if name in ("front", "back"):
            route.fulfill(body=self.card.page(name, self._night), content_type="text/html; charset=utf-8")
        elif name in self._files:
            route.fulfill(body=self._files[name], content_type=guess_type(name)[0] or "font/woff2")
        else:
            route.abort()


@contextmanager
def client(
    chromium: Browser,
    card: Card,
    files: Mapping[str, bytes],
    *,
    night: str = "",
    size: tuple[int, int] = _PHONE,
    before: str = "",
    scripts: bool = True,
) -> Iterator[Client]:
    """Open a client; `before` runs before the scripts of each page."""
    width, height = size
    context = chromium.new_context(viewport={"width": width, "height": height}, java_script_enabled=scripts)
    try:
        page = context.new_page()
        if before:
            page.add_init_script(before)
        yield Client(page, card, files, night)
    finally:
        context.close()
