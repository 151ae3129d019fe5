"""Templates: layout in, page out. Everything is escaped, what is undefined is an error, and nothing is fetched."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Final

from jinja2 import FunctionLoader, TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from deckgen.render.blocks import lost_part, reached
from deckgen.render.css import style_sheet, unbalanced
from deckgen.render.environment import environment
from deckgen.render.fonts import FONTS_HERE, faces, missing_font, with_fonts, without_font
from deckgen.render.template_faults import FOLDER, ORIGINAL, TemplateFault, decoded, faults_of
from deckgen.render.unused import unused, unused_tokens

_SET: Final = re.compile(r"\{% set (?P<name>\w+) = .+ %\}")


class Renderer:
    """Renders the templates of one edition; each is compiled once.

    A bank's own templates come from whoever wrote the bank, so where there is one, all run in a sandbox: they lay out
    and no more. The packaged ones alone need none, and take an eighth less time.
    """

    def __init__(self, templates: Mapping[str, bytes]) -> None:
        self._templates = templates
        self._sheets: dict[str, Markup] = {}
        self._seen: set[str] = set()
        self._looked_at: set[str] = set()
        self._environment = environment(FunctionLoader(self._source), sandboxed=not _are_packaged(templates))
        self._environment.globals = {"css": self._style_sheet, "fonts": lambda: FONTS_HERE}
        self._faces = faces(templates)

    def render(self, name: str, **context: object) -> bytes:
        """Render a template as UTF-8; raise `TemplateFault` where it has a fault."""
        self._look_at_theme(name)
        with faults_of(name):
            return with_fonts(list(self._environment.get_template(name).generate(context)), self._faces)

    def words(self, name: str) -> dict[str, str]:
        """Return the texts that a template sets, sorted by name; raise `TemplateFault` where it has a fault."""
        return {key: str(text) for key, text in self._made(name).items() if isinstance(text, str)}

    def lacking(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the names that an own template does not set, and how the original does; or raise `TemplateFault`."""
        original = self._templates[ORIGINAL + name]
        if self._templates[name] != original:
            made = self._made(name)
            for found in _SET.finditer(original.decode()):
                if found["name"] not in made:
                    yield found["name"], found[0]

    def _made(self, name: str) -> dict[str, object]:
        self._look_at_parts(name)
        with faults_of(name):
            template = self._environment.get_template(name)
            template.render()  # a fault has the template's own line here alone, not in what `module` does
            made = sorted(vars(template.module).items())  # of the names themselves Jinja2 keeps a set
            return {key: one for key, one in made if not key.startswith("_")}

    def _look_at_theme(self, name: str) -> None:
        """Raise `TemplateFault` for what Jinja2 and browsers pass over in silence, once for each template."""
        if name in self._seen:
            return
        decoded("theme/fonts.css", self._templates.get("theme/fonts.css", b""))
        if lost := missing_font(self._templates):
            why = f"there is no `{lost[1]}` in `templates/theme/`; put the font there, for nothing is fetched"
            raise TemplateFault(FOLDER + "theme/fonts.css", lost[0], why)
        self._look_at_parts(name)
        self._seen.add(name)

    def _look_at_parts(self, name: str) -> None:
        """Raise `TemplateFault` for the first part of a bank's own templates that is lost, once for all pages."""
        if _are_packaged(self._templates):
            return
        with suppress(TemplateSyntaxError):  # told with its place when it is rendered
            for one in reached(self._environment, self._templates, name, self._looked_at):
                if _is_own(self._templates, one):
                    decoded(one, self._templates[one])
                    if found := lost_part(self._environment, self._templates, one):
                        raise TemplateFault(FOLDER + one, *found)

    def texts(self, folder: str) -> Iterator[tuple[str, str]]:
        """Yield the templates of a folder as they are written, by name."""
        for name in sorted(name for name in self._templates if name.startswith(folder)):
            yield name, self._templates[name].decode("utf-8", "ignore")

    def unused(self) -> Iterator[tuple[str, str | None]]:
        """Yield a bank's own files that neither replace one of deckgen's nor are named, each with a like name."""
        return unused(self._templates)

    def unused_tokens(self) -> Iterator[tuple[str, int, str, str | None]]:
        """Yield file, line and name of a bank's own tokens that no page uses, with a like name."""
        for line, name, near in unused_tokens(self._templates):
            yield f"{FOLDER}theme/tokens.css", line, name, near

    def without_font(self, text: str) -> str:
        """Return the signs of a text that none of the theme's fonts has, sorted."""
        return "" if text.isascii() else "".join(sorted(without_font(set(text), self._faces)))

    def _source(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        data = self._templates.get(name)
        return None if data is None else (decoded(name, data), FOLDER + name, lambda: True)

    def _style_sheet(self, name: str) -> Markup:
        if name not in self._sheets:
            if name not in self._templates:
                raise TemplateNotFound(name)
            text = decoded(name, self._templates[name])
            if found := unbalanced(text):
                raise TemplateFault(FOLDER + name, *found)
            self._sheets[name] = Markup(style_sheet(text))
        return self._sheets[name]


def _are_packaged(templates: Mapping[str, bytes]) -> bool:
    """Tell whether each template is the original of its name."""
    return not any(_is_own(templates, name) for name in templates)


def _is_own(templates: Mapping[str, bytes], name: str) -> bool:
    return not name.startswith(ORIGINAL) and templates.get(ORIGINAL + name) != templates[name]
