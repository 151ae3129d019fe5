"""`deckgen check`."""

import sys
from datetime import date
from pathlib import Path

import click

from deckgen.cli.clock import DATE, today
from deckgen.cli.exits import FINDINGS
from deckgen.cli.findings import FORMATS, end_on_defects, show


@click.command()
@click.argument("bank", type=click.Path(path_type=Path), default=Path("questions"))
@click.option("--format", "form", type=click.Choice(FORMATS), help="How to say what was found.")
@click.option("--strict", is_flag=True, help="Exit 1 on warnings too.")
@click.option("--today", "day", type=DATE, help="The day that counts as today.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Hold back what this report has.")
def check(bank: Path, form: str | None, strict: bool, day: date | None, baseline: Path | None) -> None:
    """Find everything that is wrong with BANK, and write nothing."""
    from deckgen.pipeline import check as checking
    from deckgen.reports.report import report_of

    known = None if baseline is None else _fingerprints(baseline)
    checked = checking.check_exams(bank, day or today())
    report = report_of(
        checked.reading.bank, checked.findings, checked.ignored, known, checked.guess, is_whole=not checked.defects
    )
    show(report, form)
    end_on_defects(checked.defects)
    if report.fails(strict):
        sys.exit(FINDINGS)


def _fingerprints(baseline: Path) -> frozenset[str]:
    from deckgen.reports.baseline import BrokenBaseline, read_baseline

    try:
        return read_baseline(baseline.read_bytes())
    except OSError as error:
        raise click.UsageError(f"the baseline {baseline} cannot be read: {error.strerror or error}") from error
    except BrokenBaseline as error:
        raise click.UsageError(f"the baseline {baseline} cannot be used: {error}") from error
