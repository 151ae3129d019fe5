"""What a PDF's structure still needs for PDF/UA-1 when WeasyPrint has made it (ISO 32000-1, 14.8).

Heads and feet of pages are numbered as content is, but no element refers to these numbers: they become artifacts, which
no screen reader reads out on every page. And lists hold what only an item's body may hold.
"""

from collections.abc import Iterator
from typing import Any, Final

_GROUPS: Final = ("/Div", "/NonStruct")
_PARTS_OF_ITEM: Final = ("/Lbl", "/LBody")


def mend(_: object, pdf: Any) -> None:
    """Mend a PDF just before it is written: WeasyPrint's `finisher`."""
    root = _object(pdf, pdf.catalog["StructTreeRoot"])
    for kid in list(root["K"]):
        _mend_lists(pdf, kid)
        _mend_diagrams(pdf, kid)
    _mark_artifacts(pdf, root)


def _mend_lists(pdf: Any, reference: bytes) -> None:
    element = _object(pdf, reference)
    if element.get("S") == "/L":
        element["K"][:] = list(_without_groups(pdf, reference))
    if element.get("S") == "/LI":
        _give_body(pdf, reference)
    for kid in list(element.get("K", ())):
        if not isinstance(kid, int):
            _mend_lists(pdf, kid)


def _without_groups(pdf: Any, reference: bytes) -> Iterator[Any]:
    """Yield what a list holds; a group within it, as in `<dl><div><dt>`, is replaced by what that holds."""
    for kid in _object(pdf, reference)["K"]:
        group = {} if isinstance(kid, int) else _object(pdf, kid)
        if group.get("S") in _GROUPS:
            for inner in _without_groups(pdf, kid):
                _object(pdf, inner)["P"] = reference
                yield inner
        else:
            yield kid


def _give_body(pdf: Any, reference: bytes) -> None:
    """Put what an item holds beside its mark and its body into a body."""
    import pydyf

    item = _object(pdf, reference)
    loose = [kid for kid in item["K"] if isinstance(kid, int) or _object(pdf, kid).get("S") not in _PARTS_OF_ITEM]
    if not loose:
        return
    head = {"Type": "/StructElem", "S": "/LBody", "P": reference, "Pg": item["Pg"]}
    body = pydyf.Dictionary({**head, "K": pydyf.Array(loose)})
    pdf.add_object(body)
    for kid in loose:
        if not isinstance(kid, int):
            _object(pdf, kid)["P"] = body.reference
    item["K"][:] = [kid for kid in item["K"] if kid not in loose] + [body.reference]


def _mend_diagrams(pdf: Any, reference: bytes) -> None:
    """Where a group is an image and a text that it lies over, put the text into it: its words are for both."""
    kids = [kid for kid in _object(pdf, reference).get("K", ()) if not isinstance(kid, int)]
    if [_object(pdf, kid).get("S") for kid in kids] == ["/Figure", "/NonStruct"]:
        image, text = kids
        _object(pdf, image)["K"].append(text)
        _object(pdf, text)["P"] = image
        _object(pdf, reference)["K"].remove(text)
    for kid in kids:
        _mend_diagrams(pdf, kid)


def _mark_artifacts(pdf: Any, root: Any) -> None:
    numbers = _object(pdf, root["ParentTree"])["Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    content = set(_content(pdf, root, b""))
    for reference in pdf.page_references:
        page = _object(pdf, reference)
        operators = _object(pdf, page["Contents"]).stream
        for place, operand in enumerate(operators):
            if isinstance(operand, dict) and "MCID" in operand and (reference, operand["MCID"]) not in content:
                parents[page["StructParents"]][operand.pop("MCID")] = "null"
                operand["Type"] = "/Pagination"
                operators[place - 1] = "/Artifact"


def _content(pdf: Any, element: Any, page: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield page and number of all that an element of the structure, or one within it, consists of."""
    page = element.get("Pg", page)
    for kid in element.get("K", ()):
        if isinstance(kid, int):
            yield page, kid
        else:
            yield from _content(pdf, _object(pdf, kid), page)


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]
