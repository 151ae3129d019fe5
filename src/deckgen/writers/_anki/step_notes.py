"""Steps of an exercise as open notes: what is to be done is asked, what to type and what it shows is the answer."""

from html import escape

from deckgen.model.bank import BankHead
from deckgen.model.module import Exercise, Module, Step
from deckgen.model.note_names import step_identity
from deckgen.render.anki_field import anki_field
from deckgen.writers._anki.deck_names import deck_name
from deckgen.writers._anki.draft import Draft, blocks, tags_of
from deckgen.writers._anki.note_types import OPEN
from deckgen.writers._anki.source_line import source_line


def step_drafts(head: BankHead, module: Module) -> list[Draft]:
    """Return the notes of the steps that have an id and something to tell."""
    exercise = module.exercise
    steps = exercise.steps if exercise else ()
    return [_draft(head, module, exercise, step) for step in steps if exercise and step.id and _tells(step)]


def _draft(head: BankHead, module: Module, exercise: Exercise, step: Step) -> Draft:
    identity = step_identity(module, exercise, step)
    title = anki_field(f"<p><strong>{escape(exercise.title)}</strong></p>\n")
    answer = _terminal("run", step.run) + _terminal("shows", step.shows)
    fields = OPEN.filled(
        Key=identity, Stem=title + blocks(step.do), Answer=anki_field(answer), Source=source_line(module, ())
    )
    return Draft(identity, OPEN, fields, tags_of(head, module, None), deck_name(head, module), step.origin.span)


def _terminal(kind: str, text: str | None) -> str:
    return f'<pre class="dg-{kind}"><code>{escape(text)}</code></pre>\n' if text else ""


def _tells(step: Step) -> bool:
    return step.retired is None and bool(step.run or step.shows)
