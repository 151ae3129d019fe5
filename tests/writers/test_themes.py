"""The blocks of the pages: all are documented, and each can be filled by a bank."""

import re
from collections.abc import Iterator

import pytest

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.sources.templates import packaged_folder
from deckgen.writers import writer
from tests.commands import REPOSITORY
from tests.writers.printing import edition, small_bank, written

PRINT = packaged_folder() / "print"
BLOCK = re.compile(r"\{% block (\w+)")
FRAME = "page.html.j2"
EXTENDS = b'{% extends "deckgen/print/form.html.j2" %}\n'
FRAMED = b'{% extends "deckgen/print/page.html.j2" %}'


def blocks_of(name: str) -> list[str]:
    return BLOCK.findall((PRINT / name).read_text(encoding="utf-8"))


def own_blocks() -> Iterator[tuple[str, str]]:
    """Yield each template with the blocks that are its own; those of the frame are the frame's."""
    frame = blocks_of(FRAME)
    for path in sorted(PRINT.glob("*.j2")):
        for block in blocks_of(path.name):
            if path.name == FRAME or block not in frame:
                yield path.name, block


def documented() -> Iterator[tuple[str, str]]:
    text = (REPOSITORY / "docs/themes.md").read_text(encoding="utf-8").split("## Blocks")[1].split("\n## ")[0]
    template = ""
    for first, block in re.findall(r"^\| (?:`([\w.-]+)`)? ?\| `(\w+)` \|", text, re.MULTILINE):
        template = first or template
        yield template, block


def test_every_block_is_documented_and_every_documented_block_is_there() -> None:
    assert sorted(documented()) == sorted(own_blocks())


def test_every_page_says_what_it_knows() -> None:
    text = (REPOSITORY / "docs/themes.md").read_text(encoding="utf-8").split("## What templates know")[1]
    pages = {path.name for path in PRINT.glob("*.j2")} - {FRAME, "words.html.j2"}

    assert set(re.findall(r"^\| `([\w.-]+\.j2)` \|", text, re.MULTILINE)) == pages


def known() -> Iterator[tuple[str, list[str]]]:
    """Yield each page's template, and the names that it is documented to know beside those that every page knows."""
    text = (REPOSITORY / "docs/themes.md").read_text(encoding="utf-8").split("## What templates know")[1]
    for template, names in re.findall(r"^\| `([\w.-]+\.j2)` \| (.*) \|$", text, re.MULTILINE):
        yield template, ["head", "size", "is_large", "exam", *re.findall(r"`(\w+)`", re.sub(r"\(.*?\)", "", names))]


@pytest.mark.parametrize(("template", "names"), list(known()))
def test_a_template_knows_what_it_is_documented_to_know(template: str, names: list[str]) -> None:
    own = "".join(f"{{{{ {name} is defined }}}} " for name in names)

    made = written(edition(small_bank(), {f"print/{template}": f"KNOWS {own}".encode()}))

    pages = [text.split() for text in made.values() if text.startswith("KNOWS")]
    assert pages
    assert all(said == ["KNOWS", *["True"] * len(names)] for said in pages)


@pytest.mark.parametrize(("template", "block"), [pair for pair in own_blocks() if pair[0] != FRAME])
def test_a_bank_can_fill_a_block_of_a_page(template: str, block: str) -> None:
    own = f'{{% extends "deckgen/print/{template}" %}}{{% block {block} %}}<p>HOUSE RULES</p>{{% endblock %}}'

    made = written(edition(small_bank(), {f"print/{template}": own.encode()}))

    kind = template.removesuffix(".html.j2")
    shown = {path for path, text in made.items() if "HOUSE RULES" in text}
    assert shown
    assert all(is_of(path, kind) for path in shown)


@pytest.mark.parametrize("block", ["policy", "sheets", "style", "main", "colophon"])
def test_a_bank_can_fill_a_block_of_the_frame(block: str) -> None:
    own = f'{{% extends "deckgen/print/page.html.j2" %}}{{% block {block} %}}/* HOUSE RULES */{{% endblock %}}'

    for name in ("form", "keys"):
        text = f'{{% extends "deckgen/print/{name}.html.j2" %}}{own.partition("%}")[2]}'
        made = written(edition(small_bank(), {f"print/{name}.html.j2": text.encode()}), "exam-html")
        assert any("HOUSE RULES" in page for path, page in made.items() if is_of(path, name))


def test_a_token_is_changed_by_one_line_and_the_others_stay() -> None:
    made = written(edition(small_bank(), {"theme/tokens.css": b":root { --size: 12pt; }"}))

    for page in (page for path, page in made.items() if path.endswith(".html")):
        assert page.index("--size: 10.5pt") < page.index("--size: 12pt")
        assert page.count("--hair: #cdd2d9") == 1


@pytest.mark.parametrize(
    ("file", "text", "line", "why"),
    [
        ("print/form.html.j2", EXTENDS + b"{% block instruction %}{% endblock %}", 2, "did you mean `instructions`?"),
        ("print/form.html.j2", EXTENDS + b"{% block xyz %}{% endblock %}", 2, "they are `colophon`, `ending`, "),
        ("print/form.html.j2", EXTENDS + b"{{ formm }}{% block questions %}{{ formm }}{% endblock %}", 2, "undefined"),
        ("print/form.html.j2", b'{% extends "deckgen/print/frm.html.j2" %}', 1, "no template `deckgen/print/frm"),
        ("print/form.html.j2", b'{% extends "print/form.html.j2" %}', 1, "it extends or includes itself"),
        ("print/page.html.j2", FRAMED + b"\n{% block heder %}LOGO{% endblock %}", 2, "there is no block `heder`"),
        ("print/page.html.j2", b"\n\xff", 2, "this is not UTF-8"),
        ("print/words.html.j2", b'{% extends "deckgen/print/words.html.j2" %}\n{% set form = "Bogen" %}', 2, "`form`"),
        ("theme/tokens.css", b":root {\n  --size: 12pt;", 1, "this `{` is not closed"),
        ("theme/tokens.css", b":root { --x: '}' }\n/* { */ }", 2, "this `}` closes nothing"),
        ("theme/fonts.css", b'\n@font-face { src: url("fonts/x.ttf") }', 2, "there is no `fonts/x.ttf`"),
        ("theme/fonts.css", b"\n\xff", 2, "this is not UTF-8"),
    ],
)
def test_a_fault_of_a_theme_is_told_at_its_line(file: str, text: bytes, line: int, why: str) -> None:
    found = [
        one
        for one in writer("exam-html").write(edition(small_bank(), {file: text}))
        if isinstance(one, Diagnostic) and one.severity is Severity.ERROR
    ]

    assert {(one.code, one.span.file, one.span.line) for one in found} == {("S117", f"templates/{file}", line)}
    assert all(why in one.message for one in found)


def test_all_words_that_pages_lack_are_told_with_how_to_write_them() -> None:
    own = (PRINT / "words.html.j2").read_text(encoding="utf-8")
    lacking = [line for line in own.splitlines() if " ending " in line or " how_to_mark " in line]
    for line in lacking:
        own = own.replace(f"{line}\n", "")

    for name in ("exam-html", "print-html"):
        made = writer(name).write(edition(small_bank(), {"print/words.html.j2": own.encode()}))
        found = {one for one in made if isinstance(one, Diagnostic)}
        assert {(one.code, one.span.file, one.span.line) for one in found} == {
            ("S117", "templates/print/words.html.j2", 1)
        }
        assert sorted(lacking) == sorted(one.message.split("`")[3] for one in found)


def test_a_frame_that_is_not_utf8_is_told_where_a_page_of_the_bank_extends_it() -> None:
    own = {"print/form.html.j2": EXTENDS, "print/page.html.j2": b"\n\xff"}

    found = [one for one in writer("exam-html").write(edition(small_bank(), own)) if isinstance(one, Diagnostic)]

    assert {(one.code, one.span.file, one.span.line) for one in found} == {("S117", "templates/print/page.html.j2", 2)}


def test_a_file_of_a_theme_that_is_of_no_use_is_told() -> None:
    own = {
        "theme/token.css": b":root { --size: 12pt; }",
        "theme/house.css": b"p { color: red }",
        "print/exam.css": b"p { color: red }",
        "theme/fonts/house.OFL.txt": b"a licence",
        "theme/house.woff2": (packaged_folder() / "theme/fonts/mono.woff2").read_bytes(),
        "theme/fonts.css": (packaged_folder() / "theme/fonts.css").read_bytes()
        + b'@font-face { font-family: "house"; src: url("house.woff2") }',
        "theme/fonts/cards.woff2": b"a font",
        "anki/card.css": (packaged_folder() / "anki/card.css").read_bytes()
        + b'@font-face { src: url("%cards.woff2%") }',
        "anki/words.html": b"",
        "anki/choise.back.html": b"",
        "anki/mine.js": b"",
        "anki/open.back.html": (packaged_folder() / "anki/open.back.html").read_bytes() + b"%mine.js%",
        "print/parts/logo.html.j2": b"<svg></svg>",
        "print/form.html.j2": EXTENDS + b'{% block ending %}{% include "print/parts/logo.html.j2" %}{% endblock %}',
    }

    found = [one for one in writer("exam-html").write(edition(small_bank(), own)) if isinstance(one, Diagnostic)]

    assert [(one.code, one.span.file, one.message) for one in found] == [
        (
            "W811",
            "templates/anki/choise.back.html",
            "no card uses this file; did you mean `templates/anki/choice.back.html`?",
        ),
        ("W811", "templates/anki/words.html", "no card uses this file; did you mean `templates/anki/words.html.j2`?"),
        ("W811", "templates/print/exam.css", "no page uses this file; did you mean `templates/theme/exam.css`?"),
        ("W811", "templates/theme/house.css", "no page uses this file; name it in one that does"),
        ("W811", "templates/theme/token.css", "no page uses this file; did you mean `templates/theme/tokens.css`?"),
    ]


def test_a_brace_that_opens_nothing_is_no_fault() -> None:
    sheet = rb":root { --size: 12pt; } .a\{b, a[href='{'] { background: url(data:image/svg+xml,{) } /* { */"

    assert ".a\\{b" in written(edition(small_bank(), {"theme/tokens.css": sheet}))["exams/mock/form-A.html"]


@pytest.mark.parametrize("name", ["Name", "Nombre y apellidos", "N" * 60])
def test_the_line_for_the_name_leaves_room_for_its_word(name: str) -> None:
    words = (PRINT / "words.html.j2").read_text(encoding="utf-8").replace('name = "Name"', f'name = "{name}"')
    form = written(edition(small_bank(), {"print/words.html.j2": words.encode()}))["exams/mock/form-A.html"]
    (line,) = re.findall(rf'@top-right {{ content: "{name}" " (_+)"; }}', form)

    assert len(line) == max(42 - len(name), 8)


def test_a_token_that_no_page_uses_is_told_at_its_line() -> None:
    own = {
        "theme/tokens.css": b":root {\n  --size: 12pt; --house: 1px;\n  /* --old: 1px; */\n  --acent: #900;\n"
        b"  --xyz: 2px }",
        "print/form.html.j2": EXTENDS + b"{% block style %}{{ super() }} p { margin: var(--house) }{% endblock %}",
    }

    found = [one for one in writer("exam-html").write(edition(small_bank(), own)) if isinstance(one, Diagnostic)]

    assert [(one.code, one.span.file, one.span.line, one.message) for one in found] == [
        ("W811", "templates/theme/tokens.css", 4, "no page uses `--acent`; did you mean `--accent`?"),
        ("W811", "templates/theme/tokens.css", 5, "no page uses `--xyz`; name it in one that does"),
    ]


def test_a_block_within_a_block_may_be_new() -> None:
    own = EXTENDS + b"{% block ending %}{% block mine %}<p>HOUSE RULES</p>{% endblock %}{% endblock %}"

    assert "HOUSE RULES" in written(edition(small_bank(), {"print/form.html.j2": own}))["exams/mock/form-A.html"]


def is_of(path: str, kind: str) -> bool:
    """Tell whether a page is made by a template."""
    name = path.rpartition("/")[2].removesuffix(".html")
    return name == kind or (
        re.fullmatch(r"form-[A-Z]+(\.\w+)?", name) is not None
        and name.endswith({"form": name, "solutions": ".solutions", "instructor": ".instructor"}.get(kind, "/"))
    )
