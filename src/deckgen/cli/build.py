"""`deckgen build`."""

import sys
from pathlib import Path
from typing import Final

import click

from deckgen.cli.clock import now
from deckgen.cli.exits import FINDINGS
from deckgen.cli.findings import end_on_defects, show_findings
from deckgen.cli.progress import Progress

FOLDER: Final = click.Path(path_type=Path)
SIZES: Final = ("a4", "letter")
MOST_FORMS: Final = 500
"""Both are the model's, for which `--help` does not wait."""


def _unicode(text: str | None) -> str | None:
    if text is not None and not (text.strip() and text.isprintable()):
        raise click.BadParameter("write letters, digits and signs")
    return text


def _known_formats(names: tuple[str, ...]) -> tuple[str, ...]:
    from deckgen import writers

    known = writers.formats()
    for name in names:
        if name not in known:
            raise click.UsageError(f"there is no format {name}; the formats are {', '.join(known)}")
    return tuple(dict.fromkeys(names)) or known


def _refuse_pdf_of_no_page(formats: tuple[str, ...]) -> None:
    if not any(name.endswith("-html") for name in formats):
        raise click.UsageError("--pdf prints pages, and --to names no format that has any, such as exam-html")


@click.command()
@click.argument("bank", type=FOLDER, default=Path("questions"))
@click.option("--out", type=FOLDER, default=Path("build"), show_default=True, help="The folder to write to.")
@click.option("--to", "formats", multiple=True, metavar="FORMAT", help="Only this format; may be given again.")
@click.option("--exam", "exams", multiple=True, metavar="EXAM", help="Only this exam; may be given again.")
@click.option("--locked", is_flag=True, help="Fail if deckgen.lock would change (release CI).")
@click.option("--forms", type=click.IntRange(1, MOST_FORMS), help="How many forms of each exam to draw.")
@click.option("--pdf", is_flag=True, help="Print every page for paper as PDF too; needs WeasyPrint.")
@click.option("--seed", callback=lambda _, __, seed: _unicode(seed), help="What the drawing of each exam grows from.")
@click.option(
    "--paper",
    type=click.Choice(SIZES, case_sensitive=False),
    default="a4",
    show_default=True,
    help="The paper to lay out for.",
)
@click.option("--large-print", is_flag=True, help="Also write what is handed out in large print.")
def build(
    bank: Path,
    out: Path,
    formats: tuple[str, ...],
    exams: tuple[str, ...],
    locked: bool,
    forms: int | None,
    seed: str | None,
    pdf: bool,
    paper: str,
    large_print: bool,
) -> None:
    """Prove the answers of BANK, then write every output."""
    from deckgen.model.edition import PaperSize
    from deckgen.pipeline import build as building
    from deckgen.pipeline.exams import UnknownExam
    from deckgen.publish import CannotPublish

    formats = _known_formats(formats)
    if pdf:
        _refuse_pdf_of_no_page(formats)
    size = PaperSize(paper)
    wish = building.Wish(out, formats, exams or None, forms, seed, locked, pdf, size, large_print)
    progress = Progress()
    try:
        built = building.build(bank, wish, now(), progress)
    except (UnknownExam, building.CannotPrint) as error:
        raise click.UsageError(str(error)) from error
    except CannotPublish as error:
        raise click.ClickException(str(error)) from error
    finally:
        progress.clear()
    show_findings(built.findings, built.guess)
    end_on_defects(built.defects)
    if built.outcome is None:
        click.echo("nothing was written", err=True)
        sys.exit(FINDINGS)
    outcome = built.outcome
    counts = f"{len(outcome.written)} written, {len(outcome.unchanged)} unchanged, {len(outcome.removed)} removed"
    click.echo(f"{out}: {counts}")
