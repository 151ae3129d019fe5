"""Images and sounds in what is built: each page holds its own, each card finds its file, and both are seen."""

import re
from base64 import b64decode
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.commands import run, tree
from tests.media_files import DRAWING, SOUND, picture
from tests.writers.card_bank import AXE, PHONE
from tests.writers.cards import Client, client, media, rendered

HEAD = 'id: b\ntitle: Bank\nuid: fixed\nversion: "1"\n'
EXAMS = """
exams:
  - id: mock
    title: Mock
    seed: "1"
    forms: 1
    blueprint:
      - module: m
        count: 1
      - module: n
        count: 1
      - generated: true
        count: 1
"""
ITEM = """
items:
  - id: drawn
    stem: |
      {stem}

      ![Two Pods of {id}](images/pods.png)
    options:
      - text: "![One Pod](one.svg)"
        correct: true
        why: |
          So ![one Pod, again](one.svg) it is.
      - text: "![A volume](wide.png)"
      - text: A node, heard as ![a “node”](node.mp3)
    rationale: |
      Count them.
facts:
  - id: made
    text: |
      A Job makes {{{{c1::![one Pod](one.svg)::what?}}}}.
tables:
  - id: drawings
    title: Drawings
    columns:
      drawing: Drawing
      name: Name
    ask:
      - given: drawing
        ask: name
        items: true
    rows:
      - id: one
        drawing: "![A box](one.svg)"
        name: Pod
      - id: two
        drawing: "![A line](wide.png)"
        name: Volume
"""
STEMS = {"m": "What is drawn?", "n": "Two things share one address here, and a third does not. Name the third."}
CARDS = {"m/drawn", "m/made", "m/drawings.one.drawing-name"}
WORDS = {"runOnly": ["image-alt", "role-img-alt", "svg-img-alt", "image-redundant-alt"]}
GROUNDS = "all => all.map(one => getComputedStyle(one).backgroundColor)"
FORM = "exams/mock/form-A.html"
PAGES = (FORM, "exams/mock/form-A.solutions.html", "print/m/study-guide.html", "print/m/practice-exam.html")


def write(top: Path) -> Path:
    """Write a bank of two modules whose files have the same names."""
    texts = {"bank.yaml": HEAD, "exams.yaml": EXAMS}
    for shade, name in enumerate("mn"):
        texts |= {f"{name}/module.yaml": f"module:\n  id: {name}\n  title: {name}\n"}
        texts |= {f"{name}/items.yaml": ITEM.format(id=name, stem=STEMS[name])}
        files = {"images/pods.png": picture(size=(40, 30), shade=shade), "wide.png": picture(size=(3000, 20))}
        for path, data in {**files, "one.svg": DRAWING, "node.mp3": SOUND}.items():
            (top / name / path).parent.mkdir(parents=True, exist_ok=True)
            (top / name / path).write_bytes(data)
    for path, text in texts.items():
        (top / path).write_text(text, encoding="utf-8")
    return top


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("media")
    result = run("build", write(top / "questions"), "--out", top / "build")
    assert result.exit_code == 0, result.output
    return top / "build"


def images(page: str) -> list[bytes]:
    return [b64decode(data) for data in re.findall(r'<img src="data:image/[\w+]+;base64,([^"]*)"', page)]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_its_images_and_shows_them(chromium: Browser, built: Path, path: str) -> None:
    html = (built / path).read_text(encoding="utf-8")
    said: list[str] = []
    with chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]}) as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda request: said.append(request.url[:30]) if "data:" not in request.url else None)
        page.set_content(html)
        widths = page.eval_on_selector_all("img", "all => all.map(one => one.complete && one.naturalWidth)")
        faults = Axe().run(page, options=WORDS).response["violations"]

        assert html.count("<img ") == len(images(html)) == len(widths) > 0
        assert all(widths)
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    assert ([one["id"] for one in faults], said) == ([], [])


def test_a_form_shows_each_module_its_own_file(built: Path) -> None:
    page = (built / FORM).read_text(encoding="utf-8")

    for shade, name in enumerate("mn"):
        (data,) = re.findall(f'<img src="data:image/png;base64,([^"]*)" alt="Two Pods of {name}"', page)
        assert b64decode(data) == picture(size=(40, 30), shade=shade)


def test_an_item_made_from_a_table_shows_the_image_of_its_cell(built: Path) -> None:
    page = (built / FORM).read_text(encoding="utf-8")

    assert re.search(r'<strong>Drawing:</strong> <img src="data:[^"]*" alt="A (?:box|line)"', page)


def test_of_a_sound_paper_shows_the_words(built: Path) -> None:
    assert "A node, heard as a “node”" in (built / FORM).read_text(encoding="utf-8")


def test_the_same_bank_elsewhere_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    result = run("build", write(tmp_path / "other"), "--out", tmp_path / "out")

    assert result.exit_code == 0
    assert tree(tmp_path / "out") == tree(built)


def test_another_image_is_another_bank(built: Path, tmp_path: Path) -> None:
    bank = write(tmp_path / "questions")
    (bank / "m/images/pods.png").write_bytes(picture(size=(40, 30), shade=99))
    run("build", bank, "--out", tmp_path / "out")

    before, after = tree(built), tree(tmp_path / "out")
    changed = {path for path in before if before[path] != after[path]}
    assert {"anki/b.apkg", FORM, "print/m/practice-exam.html", "manifest.json"} <= changed
    assert "print/n/practice-exam.html" not in changed
    assert b'"m/images/pods.png"' in after["manifest.json"]


@pytest.mark.parametrize("night", ["", "nightMode"])
def test_a_card_shows_its_images(chromium: Browser, built: Path, night: str) -> None:
    deck = (built / "anki/b.apkg").read_bytes()
    seen = {card.key: card for card in rendered(deck) if card.key in CARDS}
    assert seen.keys() == CARDS
    for card in seen.values():
        with client(chromium, card, media(deck), night=night) as shown:
            for side in ("front", "back"):
                shown.opens(side)
                assert_seen(shown)
                grounds = shown.page.eval_on_selector_all(
                    "img", "all => all.map(one => getComputedStyle(one).background)"
                )
                assert all(("rgb(255, 255, 255)" in ground) == bool(night) for ground in grounds)


def assert_seen(shown: Client) -> None:
    page = shown.page
    widths = page.eval_on_selector_all("img", "all => all.map(one => one.complete && one.naturalWidth)")
    faults = Axe().run(page, options=AXE).response["violations"]

    assert all(widths)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
    assert ([one["id"] for one in faults], shown.faults) == ([], [])
