"""What is left of an SVG only draws, and is the same when it is cleaned again."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from deckgen.sources.svg import BrokenSvg, clean_svg
from deckgen.sources.svg_values import clean_style

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">'
FETCHED = "https://evil.example"
ATTACKS = (
    "<script>alert(1)</script>",
    '<script href="https://evil.example/a.js"/>',
    '<path onclick="alert(1)"/>',
    '<path ONLOAD="alert(1)"/>',
    '<a href="javascript:alert(1)"><script>1</script></a>',
    '<image href="https://evil.example/a.png"/>',
    '<image xlink:href="https://evil.example/a.svg"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    '<use href="https://evil.example/a.svg#a"/>',
    '<feImage href="https://evil.example/a.png"/>',
    '<path fill="url(https://evil.example/a#b)"/>',
    "<path fill=\"URL( 'https://evil.example/a#b' )\"/>",
    r'<path fill="u\72l(https://evil.example/a#b)"/>',
    '<path style="fill:url(https://evil.example/a)"/>',
    '<path style="fill:image-set(&quot;https://evil.example/a&quot; 1x)"/>',
    '<style>@import "https://evil.example/a.css";</style>',
    '<style>p{content:"/*";fill:url(https://evil.example/a)}q{content:"*/"}</style>',
    "<style>@font-face{src:url(https://evil.example/a.woff2)}</style>",
    "<style><![CDATA[p{fill:url(https://evil.example/a)}]]></style>",
    '<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/a"/></foreignObject>',
    '<img xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/a"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<animate attributeName="href" values="https://evil.example"/>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    '<handler xmlns="">alert(1)</handler>',
    "<g><g><switch><foreignObject/></switch></g></g>",
    '<iframe src="https://evil.example"/>',
)
HARMLESS = (
    '<path d="M0 0h9" fill="url(#g)" style="stroke:url(#g)" transform="translate(1,2)"/>',
    '<use href="#p"/>',
    '<image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>',
    "<style>@font-face{src:url(data:font/woff2;base64,d09GMg==)} /* a comment */ p &gt; q{fill:red}</style>",
    "<text>5 &lt; 6 &amp; “7”&#13;</text>",
    '<path d="M0 0&#10;h9" id="a&quot;&lt;b"/>',
    '<linearGradient id="g"><stop offset="0"/></linearGradient>',
)
PIECES = st.sampled_from((*ATTACKS, *HARMLESS, "words &amp; more", "<!-- remark -->", "<metadata><r/></metadata>"))
TREES = st.recursive(PIECES, lambda inner: st.lists(inner, max_size=4).map(lambda parts: f"<g>{''.join(parts)}</g>"))


def cleaned(inner: str) -> str:
    return clean_svg(f"{HEAD}{inner}</svg>".encode()).data.decode()


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_taken_out_and_told(attack: str) -> None:
    clean = clean_svg(f"{HEAD}{attack}</svg>".encode())

    assert clean.removed
    assert not re.search(r"evil|script|alert|foreign|import|onclick|onload", clean.data.decode(), re.IGNORECASE)


@pytest.mark.parametrize("harmless", HARMLESS)
def test_what_draws_stays(harmless: str) -> None:
    clean = clean_svg(f"{HEAD}{harmless}</svg>".encode())

    assert clean.removed == ()
    assert canonical(clean.data.decode()) == canonical(sized(f"{HEAD}{harmless}</svg>"))


def canonical(text: str) -> str:
    return ElementTree.canonicalize(text, strip_text=True).replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")


def sized(text: str) -> str:
    return text.replace("<svg ", '<svg width="9" height="9" ', 1)


@settings(max_examples=500)
@given(st.lists(TREES, max_size=4).map("".join))
def test_cleaning_twice_is_cleaning_once(inner: str) -> None:
    once = clean_svg(f"{HEAD}{inner}</svg>".encode())
    twice = clean_svg(once.data)

    assert (twice.data, twice.removed) == (once.data, ())
    assert FETCHED not in once.data.decode()
    assert "script" not in once.data.decode()


@given(st.lists(st.sampled_from(("url(", "u", "rl(", "http://x", ")", "@import", ";", "/*", "*/", '"', "'", "#a", " ")))
       .map("".join))  # fmt: skip
@example("@im@import 'x';port 'http://x';")
@example("ur@import 'x';l(http://x)")
def test_no_style_fetches_after_it_was_cleaned(sheet: str) -> None:
    clean = clean_style(sheet)

    assert clean_style(clean) == clean
    assert not re.search(r"@import|url\(\s*[\"']?http", clean)


@pytest.mark.parametrize(
    ("head", "size", "view"),
    [
        ('viewBox="0 0 40 20"', (40, 20), "0 0 40 20"),
        ('viewBox="0,0,40,20" width="100%" height="100%"', (40, 20), "0,0,40,20"),
        ('viewBox="-5 -5 40 20" width="80"', (80, 40), "-5 -5 40 20"),
        ('viewBox="0 0 40 20" height="10px"', (20, 10), "0 0 40 20"),
        ('width="1in" height="25.4mm"', (96, 96), "0 0 96 96"),
        ('width="30pt" height="3pc"', (40, 48), "0 0 40 48"),
        ('viewBox="0 0 .1 .1"', (1, 1), "0 0 .1 .1"),
    ],
)
def test_a_drawing_says_its_size_in_pixels(head: str, size: tuple[int, int], view: str) -> None:
    clean = clean_svg(f'<svg xmlns="http://www.w3.org/2000/svg" {head}/>'.encode())
    root = ElementTree.fromstring(clean.data)

    assert clean.size == size
    assert (root.get("width"), root.get("height"), root.get("viewBox")) == (str(size[0]), str(size[1]), view)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"<!DOCTYPE svg [<!ENTITY a 'b'>]>{HEAD}</svg>", "entities"),
        (f"<!doctype svg SYSTEM 'a' [ ]>{HEAD}</svg>", "entities"),
        (f"{HEAD}<text>&nbsp;</text></svg>", "no XML"),
        (f"{HEAD}<g></svg>", "no XML"),
        (f"{HEAD}\x00</svg>", "no XML"),
        ("", "no XML"),
        ("<svg viewBox='0 0 1 1'/>", "does not begin"),
        ("<html xmlns='http://www.w3.org/1999/xhtml'/>", "does not begin"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "no size"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>', "no size"),
        ('<svg xmlns="http://www.w3.org/2000/svg" width="9"/>', "no size"),
        (f"{HEAD}{'<g>' * 200}{'</g>' * 200}</svg>", "deeper"),
        (f"{HEAD}{'<a>' * 5000}{'</a>' * 5000}</svg>", "deeper"),
    ],
)
def test_what_is_no_drawing_is_refused(text: str, why: str) -> None:
    with pytest.raises(BrokenSvg, match=why):
        clean_svg(text.encode())


def test_no_declared_encoding_hides_a_definition() -> None:
    text = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE svg [<!ENTITY a "b">]>{HEAD}</svg>'

    for data in (text.encode(), text.encode("utf-16")):
        with pytest.raises(BrokenSvg):
            clean_svg(data)


@given(st.text(max_size=60))
def test_no_text_breaks_the_cleaner(text: str) -> None:
    for inner in (text, f"{HEAD}{text}</svg>"):
        try:
            clean_svg(inner.encode("utf-8", "surrogatepass"))
        except BrokenSvg:
            continue
