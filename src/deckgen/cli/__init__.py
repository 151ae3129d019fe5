"""The command line: parse, one call, print, exit. A module for each command, or for several small ones."""

import click

from deckgen import __version__
from deckgen.cli.accept import accept
from deckgen.cli.adopt import adopt
from deckgen.cli.build import build
from deckgen.cli.capacity import capacity
from deckgen.cli.check import check
from deckgen.cli.facts import facts
from deckgen.cli.group import Commands
from deckgen.cli.new import new
from deckgen.cli.reference import explain, formats, schema


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deckgen")
def main() -> None:
    """Make Anki decks, printed exams and mock exams of one bank of authored questions."""


for _command in (new, build, check, accept, adopt, facts, capacity, explain, formats, schema):
    main.add_command(_command)
