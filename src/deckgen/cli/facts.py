"""`deckgen facts`."""

import sys
from datetime import date
from pathlib import Path

import click

from deckgen.cli.clock import DATE, today
from deckgen.cli.exits import FINDINGS
from deckgen.cli.findings import show_findings


@click.command()
@click.argument("bank", type=click.Path(path_type=Path), default=Path("questions"))
@click.option("--today", "day", type=DATE, help="The day that counts as today.")
def facts(bank: Path, day: date | None) -> None:
    """List the facts and cells of BANK that can age, by date of review, with what rests on them."""
    from deckgen.diagnostics import Severity
    from deckgen.pipeline.facts import list_facts

    listed = list_facts(bank, day or today())
    show_findings(listed.findings)
    for line in listed.lines:
        click.echo(line)
    if not listed.lines and not listed.findings:
        click.echo("no fact and no cell has a date", err=True)
    if any(one.severity is Severity.ERROR for one in listed.findings):
        sys.exit(FINDINGS)
