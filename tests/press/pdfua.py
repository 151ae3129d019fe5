"""What a machine can say of a PDF's accessibility: conditions of the Matterhorn Protocol 1.1 for PDF/UA-1.

Each function yields a fault for each place that breaks one, `NUMBER: what is wrong`. Not everything is looked at:
nothing here knows whether a text for a picture is good, or whether the order of reading makes sense.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

KINDS: Final = """
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
Figure Formula Form
"""
STANDARD: Final = frozenset(KINDS.split())
PARENTS: Final = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
}
KIDS: Final = {"L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}, "TR": {"TH", "TD"}}
PAINTERS: Final = "Tj TJ ' \" f F f* B B* b b* S s sh Do EI"
PAINTS: Final = frozenset([*PAINTERS.split(), "INLINE IMAGE"])


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the structure: its kind, the elements around it, what PDF says of it, and the page it begins on."""

    kind: str
    around: tuple[str, ...]
    data: Any
    page: Any

    def kids(self) -> list[Any]:
        """Return what it consists of."""
        return _list(self.data.get("/K"))


def faults(data: bytes) -> list[str]:
    """Return every fault of a PDF."""
    with pikepdf.open(BytesIO(data)) as pdf:
        elements = list(elements_of(pdf))
        return [
            *_document_faults(pdf),
            *_kind_faults(elements),
            *_nesting_faults(elements),
            *_picture_faults(elements),
            *_heading_faults(elements),
            *_table_faults(elements),
            *_content_faults(pdf, elements),
            *_link_faults(pdf, elements),
            *(fault for font in fonts(pdf) for fault in _font_faults(font)),
        ]


def elements_of(pdf: Pdf) -> Iterator[Element]:
    """Yield the elements of a PDF's structure in the order of reading."""
    for kid in _list(pdf.Root.get("/StructTreeRoot", Dictionary()).get("/K")):
        yield from _elements(kid, (), None)


def _elements(data: Any, around: tuple[str, ...], page: Any) -> Iterator[Element]:
    if isinstance(data, Dictionary) and "/S" in data:
        page = data.get("/Pg", page)
        kind = str(data.S).removeprefix("/")
        yield Element(kind, around, data, page)
        for kid in _list(data.get("/K")):
            yield from _elements(kid, (*around, kind), page)


def _document_faults(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    about = bytes(root.Metadata.read_bytes()).decode() if "/Metadata" in root else ""
    demands = {
        "06-001: no metadata": about,
        "06-002: the metadata claim no PDF/UA": "pdfuaid" in about or "pdfua/ns/id" in about,
        "06-003: the metadata have no title": re.search(r"<dc:title>.*?\S.*?</dc:title>", about, re.DOTALL),
        "07-001: a viewer shows the file's name for its title": root.get("/ViewerPreferences", Dictionary()).get(
            "/DisplayDocTitle"
        ),
        "11-006: no language": root.get("/Lang"),
        "01-000: not tagged": root.get("/MarkInfo", Dictionary()).get("/Marked"),
        "01-000: no structure": "/StructTreeRoot" in root and "/ParentTree" in root.StructTreeRoot,
        "28-000: no bookmarks": "/Outlines" in root,
    }
    yield from (fault for fault, is_met in demands.items() if not is_met)


def _kind_faults(elements: list[Element]) -> Iterator[str]:
    yield from (f"02-001: {one.kind} is no standard kind" for one in elements if one.kind not in STANDARD)


def _nesting_faults(elements: list[Element]) -> Iterator[str]:
    for one in elements:
        around = one.around[-1] if one.around else "nothing"
        if one.kind in PARENTS and around not in PARENTS[one.kind]:
            yield f"09-004: {one.kind} within {around}"
        if around in KIDS and one.kind not in KIDS[around]:
            yield f"09-005: {around} holds {one.kind}"


def _picture_faults(elements: list[Element]) -> Iterator[str]:
    for one in elements:
        if one.kind in ("Figure", "Formula") and not any(str(one.data.get(key, "")) for key in ("/Alt", "/ActualText")):
            yield f"13-004: {one.kind} without a text that says what it shows"


def _heading_faults(elements: list[Element]) -> Iterator[str]:
    last = 0
    for one in elements:
        if re.fullmatch("H[1-6]", one.kind):
            level = int(one.kind[1])
            if level > last + 1:
                yield f"14-003: H{level} follows H{last}"
            last = level


def _table_faults(elements: list[Element]) -> Iterator[str]:
    for number, table in enumerate(elements):
        if table.kind == "Table":
            depth = len(table.around)
            inside = [one for one in _within(elements[number + 1 :], depth) if one.kind in ("TH", "TD")]
            heads = [one for one in inside if one.kind == "TH"]
            if any(not _says(one, "/Scope") for one in heads) and not all(
                _says(one, "/Headers") for one in inside if one.kind == "TD"
            ):
                yield "15-003: cells that do not say which heads are theirs"


def _within(later: list[Element], depth: int) -> Iterator[Element]:
    for one in later:
        if len(one.around) <= depth:
            return
        yield one


def _says(cell: Element, key: str) -> bool:
    return any(key in one for one in _list(cell.data.get("/A")) if isinstance(one, Dictionary))


def _content_faults(pdf: Pdf, elements: list[Element]) -> Iterator[str]:
    """Everything that is painted is an artifact, or is marked with a number that an element refers to."""
    known = {
        (number_page.objgen, int(number))
        for one in elements
        for kid in one.kids()
        for number, number_page in [_marked(kid, one.page)]
        if number is not None
    }
    for count, page in enumerate(pdf.pages, 1):
        inside: list[str] = []
        for instruction in pikepdf.parse_content_stream(page):
            name = str(instruction.operator)
            if name in ("BMC", "BDC"):
                kind, number = _mark(page, instruction.operands)
                inside.append(kind)
                if kind == "content" and "artifact" in inside[:-1]:
                    yield f"01-004: content within an artifact on page {count}"
                if kind == "artifact" and "content" in inside[:-1]:
                    yield f"01-003: an artifact within content on page {count}"
                if number is not None and (page.objgen, number) not in known:
                    yield f"01-005: content of page {count} that is in no element"
            elif name == "EMC":
                inside.pop()
            elif name in PAINTS and not {"content", "artifact"} & set(inside):
                yield f"01-005: something painted on page {count} is neither content nor artifact"


def _marked(kid: Any, page: Any) -> tuple[Any, Any]:
    if isinstance(kid, Dictionary):
        return (kid.MCID, kid.get("/Pg", page)) if kid.get("/Type") == Name.MCR else (None, page)
    return kid, page


def _mark(page: Any, operands: Any) -> tuple[str, int | None]:
    if str(operands[0]) == "/Artifact":
        return "artifact", None
    properties = operands[1] if len(operands) > 1 else Dictionary()
    if isinstance(properties, Name):
        properties = page.Resources.Properties[properties]
    return ("content", int(properties.MCID)) if "/MCID" in properties else ("neither", None)


def _link_faults(pdf: Pdf, elements: list[Element]) -> Iterator[str]:
    referred = {
        kid.Obj.objgen
        for one in elements
        for kid in one.kids()
        if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR
    }
    for count, page in enumerate(pdf.pages, 1):
        links = [one for one in _list(page.obj.get("/Annots")) if one.get("/Subtype") == Name.Link]
        if links and page.obj.get("/Tabs") != Name.S:
            yield f"28-009: page {count} is not walked through in the order of its structure"
        for link in links:
            if link.objgen not in referred or "/StructParent" not in link:
                yield f"28-011: a link of page {count} is in no element"
            if not str(link.get("/Contents", "")):
                yield f"28-012: a link of page {count} does not say where it leads"


def fonts(pdf: Pdf) -> list[Any]:
    """Return the fonts of all pages, each once."""
    found: dict[Any, Any] = {}
    for page in pdf.pages:
        for font in page.Resources.get("/Font", Dictionary()).values():
            found[font.objgen] = font
    return list(found.values())


def _font_faults(font: Any) -> Iterator[str]:
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    described = inner.get("/FontDescriptor", Dictionary())
    if not any(key in described for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        yield f"31-009: {font.get('/BaseFont')} is not in the file"
    if "/ToUnicode" not in font:
        yield f"10-001: {font.get('/BaseFont')} does not say which characters it shows"


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
