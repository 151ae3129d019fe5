"""`deckgen adopt`."""

import sys
from pathlib import Path

import click

from deckgen.cli.exits import FINDINGS
from deckgen.cli.findings import show_findings


@click.command()
@click.argument("deck", type=click.Path(path_type=Path))
@click.option(
    "--bank", type=click.Path(path_type=Path), default=Path("questions"), show_default=True, help="The bank's folder."
)
def adopt(deck: Path, bank: Path) -> None:
    """Rebuild a lost deckgen.lock from DECK, the .apkg that was released last."""
    from deckgen.pipeline import adopt as adopting
    from deckgen.sources.anki_package import UnreadableDeck

    try:
        adopted = adopting.adopt(bank, deck)
    except (adopting.CannotAdopt, UnreadableDeck) as error:
        raise click.UsageError(str(error)) from error
    show_findings(adopted.findings)
    if not adopted.is_done:
        click.echo("nothing was adopted", err=True)
        sys.exit(FINDINGS)
    click.echo(f"{bank / 'deckgen.lock'}: {adopted.new} adopted, {adopted.known} known")
    if adopted.is_unreleased:
        click.echo("the deck has the version of the bank: raise `version` in bank.yaml before the next build")
