"""Every page of the torture bank: valid, accessible by day and night, no wider than a phone, free of the key."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.torture.authored import Built, build, items
from tests.torture.reading import read
from tests.validator import complaints

_NOT_FOR_ALL = {"rules": {"region": {"enabled": False}}}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("torture"), "--large-print", "--paper", "letter")


def test_html5lib_and_the_checker_find_nothing(built: Built) -> None:
    pages = built.pages()

    assert len(pages) > 20
    for page in pages.values():
        read(page)
    assert complaints(pages) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_is_wider_than_a_phone(chromium: Browser, built: Built, scheme: str) -> None:
    with chromium.new_context(viewport={"width": 360, "height": 640}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        for path, html in built.pages().items():
            page.set_content(html)
            found = Axe().run(page, options=_NOT_FOR_ALL).response["violations"]
            assert [(path, one["id"], node["html"]) for one in found for node in one["nodes"]] == []
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert said == []


def test_no_page_of_a_student_says_why(built: Built) -> None:
    reasons = [text for one in items().values() for text in _reasons(one)]
    papers = {path: page for path, page in built.pages().items() if _is_students(path)}

    assert len(papers) >= 10
    assert len(reasons) >= 8
    for path, page in papers.items():
        assert [text for text in reasons if text in page] == [], path
        assert not re.search(r"<!--|\b(?:correct|right|key|answer)=|data-", page.split("</style>", 1)[1]), path


def _is_students(path: str) -> bool:
    return not re.search(r"solutions|instructor|keys|\.key\.|study-guide", path)


def _reasons(item: dict[str, object]) -> list[str]:
    options = item.get("options", ())
    whys = (
        [one["why"] for one in options if isinstance(one, dict) and "why" in one] if isinstance(options, list) else []
    )
    texts = [*whys, item.get("rationale"), item.get("model")]
    return [line.strip() for text in texts if text for line in str(text).splitlines() if len(line) > 20][:1]
