"""HTML to PDF by WeasyPrint: the only module that imports it, and only when a worker begins."""

import gc
import logging
import re
import warnings
import zlib
from functools import lru_cache
from typing import Any, Final

from deckgen.press.pages import Page, Printed
from deckgen.press.structure import mend

_FACE: Final = re.compile(rb"@font-face\s*\{[^{}]*\}")
"""A font that a page brings; its data has no brace in it."""

_PADDING: Final = re.compile(rb'<p class="[^"]*\bpadding\b[^"]*">.*?</p>', re.DOTALL)
"""What stands on the blank sheet that a page has in reserve, and that `<body class="odd">` shows."""

_WITHOUT_NUMBER: Final = b"<style>@page { @bottom-right { content: none } }</style></head>"

_LACKS_GLYPH: Final = ".notdef glyph rendered"
_NO_SUBSETTER: Final = "Using fontTools instead of HarfBuzz-Subset"


class Weasy:
    """WeasyPrint, set up: no network, no files, no fonts but those of the page and of the bundle."""

    def __init__(self) -> None:
        """Import WeasyPrint; raise ImportError where it is not there, OSError where its libraries are not."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of libraries that a later WeasyPrint will want
            import weasyprint
            from weasyprint.text import fonts
            from weasyprint.urls import URLFetcher
        gc.freeze()  # what was imported stays
        gc.disable()  # a page is a tree that lives to its end; to walk it again and again takes a fifth of the time
        self._weasyprint: Any = weasyprint
        self._fetcher: Any = URLFetcher(allowed_protocols=("data",))
        self._faces = lru_cache(maxsize=4)(self._read_faces)
        self._new_faces: Any = fonts.FontConfiguration

    def print(self, page: Page) -> Printed:
        """Print a page; one with padding gets an even number of sheets, so that what follows begins on a front.

        The blank sheet has no number, so that the others are counted as in a browser. Fonts are unpacked once for all
        pages that bring the same.
        """
        with _Remarks() as said:
            faces = self._faces(b"\n".join(_FACE.findall(page.html)))
            html = _FACE.sub(b"", page.html)
            laid_out = self._lay_out(html, faces)
            if len(laid_out.pages) % 2 and (padding := _PADDING.search(html)):
                blank = self._lay_out(_blank_sheet(html, padding[0]), faces)
                laid_out = laid_out.copy([*laid_out.pages, *blank.pages])
            pdf: bytes = laid_out.write_pdf(pdf_variant="pdf/ua-1", finisher=mend)
        del laid_out
        gc.collect()
        return Printed(pdf, tuple(said.remarks))

    def _lay_out(self, html: bytes, faces: Any) -> Any:
        page = self._weasyprint.HTML(string=html, encoding="utf-8", url_fetcher=self._fetcher)
        return page.render(font_config=faces, pdf_variant="pdf/ua-1")

    def versions(self) -> str:
        """Name everything that has a say in the bytes of a PDF."""
        import fontTools
        import pydyf
        from weasyprint.text import ffi

        ffi.ffi.cdef("const char *hb_version_string (void); const char *pango_version_string (void);")
        parts = {
            "weasyprint": self._weasyprint.__version__,
            "pydyf": pydyf.__version__,
            "fonttools": fontTools.version,
            "pango": ffi.ffi.string(ffi.pango.pango_version_string()).decode(),
            "harfbuzz": ffi.ffi.string(ffi.harfbuzz.hb_version_string()).decode(),
            "harfbuzz-subset": "yes" if ffi.harfbuzz_subset else "no",
            "zlib": zlib.ZLIB_RUNTIME_VERSION,
        }
        return " ".join(f"{name}={version}" for name, version in parts.items())

    def _read_faces(self, rules: bytes) -> Any:
        faces = self._new_faces()
        if rules:
            self._weasyprint.CSS(string=rules, url_fetcher=self._fetcher, font_config=faces)
        return faces


def _blank_sheet(html: bytes, padding: bytes) -> bytes:
    head, _, _ = html.partition(b"</head>")
    return head + _WITHOUT_NUMBER + b'<body class="odd"><main>' + padding + b"</main></body></html>"


class _Remarks(logging.Handler):
    """Takes what WeasyPrint says while it is open; none of it reaches the user as it is."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.remarks: list[str] = []

    def __enter__(self) -> "_Remarks":
        logging.getLogger("weasyprint").addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger("weasyprint").removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a remark; the writers of pages have told which signs have no font."""
        said = record.getMessage()
        if not said.startswith((_LACKS_GLYPH, _NO_SUBSETTER)):
            self.remarks.append(said)
