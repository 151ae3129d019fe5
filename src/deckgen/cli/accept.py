"""`deckgen accept`."""

import sys
from pathlib import Path

import click

from deckgen.cli.clock import today
from deckgen.cli.exits import FINDINGS
from deckgen.cli.findings import end_on_defects, show_findings


@click.command()
@click.argument("items", nargs=-1, required=True, metavar="ITEM...")
@click.option(
    "--bank", type=click.Path(path_type=Path), default=Path("questions"), show_default=True, help="The bank's folder."
)
@click.option("--reviewed", is_flag=True, help="The item's text was read again too, on the day in its `reviewed`.")
def accept(items: tuple[str, ...], bank: Path, reviewed: bool) -> None:
    """Remember that a person has read ITEM again after a fact that it rests on has changed."""
    from deckgen.pipeline import accept as accepting

    try:
        accepted = accepting.accept(bank, items, today(), reviewed=reviewed)
    except accepting.UnknownItem as error:
        raise click.UsageError(str(error)) from error
    show_findings(accepted.findings)
    end_on_defects(accepted.defects)
    for line in accepted.changes:
        click.echo(line)
    if not accepted.is_done:
        click.echo("nothing was accepted", err=True)
        sys.exit(FINDINGS)
