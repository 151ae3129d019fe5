"""The fonts of a page."""

import re
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont

from deckgen.render import fonts
from deckgen.render.fonts import FONTS_HERE, faces, with_fonts, without_font
from deckgen.sources.templates import packaged_folder

TEMPLATES = {
    path.relative_to(packaged_folder()).as_posix(): path.read_bytes()
    for path in sorted((packaged_folder() / "theme").rglob("*"))
    if path.is_file()
}
FACES = faces(TEMPLATES)


def test_the_sheet_gives_each_font_signs_that_it_has_and_no_sign_is_left_out() -> None:
    declared: set[int] = set()
    held: set[int] = set()
    for rule in re.findall(r"@font-face\s*\{[^}]*\}", TEMPLATES["theme/fonts.css"].decode()):
        name = re.search(r"fonts/[\w-]+\.woff2", rule)
        assert name is not None
        (face,) = faces({**TEMPLATES, "theme/fonts.css": rule.encode()})
        signs = {sign for first, last in face.ranges for sign in range(first, last + 1)}
        cmap = {sign for sign in TTFont(BytesIO(TEMPLATES[f"theme/{name[0]}"])).getBestCmap() if sign >= 32}
        assert signs <= cmap, name[0]
        declared |= signs
        held |= cmap

    assert declared == held


def test_every_font_of_the_theme_is_declared_with_its_licence_beside_it() -> None:
    fonts = {name for name in TEMPLATES if name.endswith(".woff2")}
    licences = [text.decode() for name, text in TEMPLATES.items() if name.endswith(".OFL.txt")]

    assert len(FACES) == len(fonts)
    assert len(licences) == 3
    assert all("SIL OPEN FONT LICENSE" in text for text in licences)


def test_no_two_files_of_one_weight_and_style_have_one_name_which_weasyprint_would_confuse() -> None:
    known = [re.findall(r"font-(?:family|weight|style):([^;]*);", face.css) for face in FACES]

    assert len({tuple(one) for one in known}) == len(FACES)


def test_a_page_gets_the_fonts_whose_signs_it_uses() -> None:
    assert _families("<p>plain</p>") == ["deckgen text", "deckgen text"]
    assert _families("<p>Ωμέγα</p>").count("deckgen greek") == 2
    assert _families("<p>Под</p>").count("deckgen cyrillic") == 2
    assert _families("<p>a → b</p>")[-1] == "deckgen mono"
    assert _families("<code>a</code>")[-1] == "deckgen mono"
    assert len(_families("<em>a</em>")) == 3


def test_fonts_are_written_into_the_page() -> None:
    page = with_fonts([FONTS_HERE, "<code>Под</code>"], FACES).decode()

    assert "url(" in page
    assert re.findall(r"url\((?!\"data:font/woff2;base64,)", page) == []


def test_a_sign_that_no_font_has_is_named_and_one_that_shows_nothing_is_not() -> None:
    assert without_font(set("aΩП→│日\u200d\n "), FACES) == {"日"}


def _families(text: str) -> list[str]:
    return re.findall(r'font-family: "([^"]+)"', with_fonts([FONTS_HERE, text], FACES).decode())


def test_no_two_things_have_one_stand_in() -> None:
    folder = Path(fonts.__file__).parent
    found = [one for path in sorted(folder.glob("*.py")) for one in re.findall(r"\\ufdd\w", path.read_text("utf-8"))]

    assert len(found) > 5
    assert len(set(found)) == len(found)
