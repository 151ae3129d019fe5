"""Papers read back from their HTML by html5lib, which shares no code with what wrote them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import html5lib


@dataclass(frozen=True)
class Printed:
    """A question as it stands on a page: its number, its stem, its options by letter, the letters shown as right."""

    number: int
    stem: str
    options: tuple[tuple[str, str], ...]
    right: tuple[str, ...] = ()
    is_several: bool = False


def read(html: str) -> Any:
    """Return the tree of a page; raise where a browser would have to guess."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


def questions(html: str, kind: str = "question") -> list[Printed]:
    """Return the questions of a page in their order; those of a key have the class `answer`."""
    return [_printed(one) for one in having(read(html), kind)]


def key_grid(html: str) -> dict[str, dict[int, str]]:
    """Return what a page of keys says: by form, by number, the letters."""
    found: dict[str, dict[int, str]] = {}
    for table in read(html).iter("table"):
        forms = [words(head).split()[0] for head in table.find("thead").iter("th") if words(head)]
        for row in table.find("tbody").iter("tr"):
            number = int(words(row.find("th")))
            for form, cell in zip(forms, row.iter("td"), strict=True):
                found.setdefault(form, {})[number] = " ".join((cell.text or "").split())
    return found


def having(tree: Any, name: str) -> Iterator[Any]:
    """Yield the elements that have a class."""
    return (one for one in tree.iter() if name in (one.get("class") or "").split())


def words(element: Any) -> str:
    """Return the text of an element, white space folded."""
    return " ".join("".join(element.itertext()).split())


def _printed(section: Any) -> Printed:
    number = next(having(section, "number"))
    lists = list(having(section, "options"))
    options = [one for one in lists[0] if one.tag == "li"] if lists else []
    return Printed(
        number=int("".join(filter(str.isdigit, words(number)))),
        stem=words(next(having(section, "stem"))),
        options=tuple((words(next(having(one, "mark"))), words(_said(one))) for one in options),
        right=tuple(words(next(having(one, "mark"))) for one in options if "right" in (one.get("class") or "").split()),
        is_several=bool(lists) and "several" in (lists[0].get("class") or "").split(),
    )


def _said(option: Any) -> Any:
    """Return what the option says, without the reason that a key gives beside it."""
    return next(one for name in ("said", "text") for one in having(option, name))
