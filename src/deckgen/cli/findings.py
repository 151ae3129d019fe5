"""Findings on the screen, and as annotations on GitHub."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from deckgen import __version__
from deckgen.cli.exits import DEFECT

if TYPE_CHECKING:
    from deckgen.checks import Defect
    from deckgen.diagnostics import Diagnostic


def show_findings(findings: "Sequence[Diagnostic]") -> None:
    """Print findings to standard error; on GitHub also as annotations to standard output."""
    from deckgen import reports

    if not findings:
        return
    for line in reports.text_lines(findings):
        click.echo(line, err=True)
    if os.environ.get("GITHUB_ACTIONS"):
        for line in reports.github_lines(findings):
            click.echo(line)
    click.echo(reports.summary(findings), err=True)


def end_on_defects(defects: "Sequence[Defect]") -> None:
    """Where rules failed, say which and end with exit code 3."""
    if not defects:
        return
    import traceback

    for defect in defects:
        click.echo("".join(traceback.format_exception(defect.error)), err=True)
    for defect in defects:
        where = f" on `{defect.item}`" if defect.item else ""
        what = f"{type(defect.error).__name__}: {defect.error}"
        click.echo(f"deckgen {__version__} has a defect: the rule {defect.code} failed{where}: {what}", err=True)
    click.echo("nothing is wrong with your bank; please report this with the lines above", err=True)
    raise SystemExit(DEFECT)
