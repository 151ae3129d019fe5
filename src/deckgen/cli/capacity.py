"""`deckgen capacity`."""

import sys
from pathlib import Path

import click

from deckgen.cli.clock import today
from deckgen.cli.exits import FINDINGS
from deckgen.cli.findings import show_findings


@click.command()
@click.argument("exam")
@click.argument("bank", type=click.Path(path_type=Path), default=Path("questions"))
def capacity(exam: str, bank: Path) -> None:
    """Say how many forms of EXAM share no item, and what one form more would need."""
    from deckgen.pipeline.capacity import measure
    from deckgen.pipeline.exams import UnknownExam

    try:
        measured = measure(bank, exam, today())
    except UnknownExam as error:
        raise click.UsageError(str(error)) from error
    show_findings(measured.findings)
    for line in measured.lines:
        click.echo(line)
    if not measured.lines:
        sys.exit(FINDINGS)
