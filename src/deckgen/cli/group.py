"""What all commands share: how they end when something goes wrong that no message foresaw."""

from typing import Final

import click

from deckgen import __version__
from deckgen.cli.exits import DEFECT, FINDINGS

ADVICE: Final = "nothing is wrong with your bank; please report this with the lines above"
"""What is said of a defect, unless it knows better."""


class Commands(click.Group):
    """Turns what nobody foresaw into one message and exit code 3."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            click.echo(f"deckgen cannot go on: {error}", err=True)
            ctx.exit(FINDINGS)
        except Exception as error:
            import traceback

            click.echo(traceback.format_exc(), err=True)
            click.echo(f"deckgen {__version__} has a defect: {type(error).__name__}: {error}", err=True)
            click.echo(getattr(error, "advice", ADVICE), err=True)
            ctx.exit(DEFECT)
