"""`deckgen check`."""

import sys
from pathlib import Path

import click

from deckgen.cli.clock import today
from deckgen.cli.exits import FINDINGS
from deckgen.cli.findings import end_on_defects, show_findings


@click.command()
@click.argument("bank", type=click.Path(path_type=Path), default=Path("questions"))
@click.option("--strict", is_flag=True, help="Exit 1 on warnings too.")
def check(bank: Path, strict: bool) -> None:
    """Find everything that is wrong with BANK, and write nothing."""
    from deckgen.diagnostics import Severity
    from deckgen.pipeline import check as checking

    checked = checking.check(bank, today())
    show_findings(checked.findings)
    if not checked.findings:
        click.echo("no findings")
    end_on_defects(checked.defects)
    warned = any(one.severity is Severity.WARNING for one in checked.findings)
    if checked.has_errors or (strict and warned):
        sys.exit(FINDINGS)
