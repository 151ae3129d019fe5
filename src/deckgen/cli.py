"""The command line: parse, one call, print, exit."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from deckgen import __version__

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic

FINDINGS, USAGE, DEFECT = 1, 2, 3
BANK: Final = click.Path(path_type=Path)


class _Commands(click.Group):
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
            click.echo("nothing is wrong with your bank; please report this with the lines above", err=True)
            ctx.exit(DEFECT)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="deckgen")
def main() -> None:
    """Make Anki decks, printed exams and mock exams of one bank of authored questions."""


@main.command()
@click.argument("bank", type=BANK, default=Path("questions"))
@click.option("--out", type=BANK, default=Path("build"), show_default=True, help="The folder to write to.")
@click.option("--to", "formats", multiple=True, metavar="FORMAT", help="Only this format; may be given again.")
@click.option("--exam", "exams", multiple=True, metavar="EXAM", help="Only this exam; may be given again.")
@click.option("--locked", is_flag=True, help="Fail if deckgen.lock would change (release CI).")
@click.option("--forms", type=click.IntRange(1, 1000), help="How many forms of each exam to draw.")
@click.option("--seed", callback=lambda _, __, seed: _unicode(seed), help="What the drawing of each exam grows from.")
def build(
    bank: Path,
    out: Path,
    formats: tuple[str, ...],
    exams: tuple[str, ...],
    locked: bool,
    forms: int | None,
    seed: str | None,
) -> None:
    """Prove the answers of BANK, then write every output."""
    from deckgen import pipeline
    from deckgen.publish import CannotPublish

    wish = pipeline.Wish(out, _known_formats(formats), exams or None, forms, seed, locked)
    progress = _Progress()
    try:
        built = pipeline.build(bank, wish, _now(), progress)
    except pipeline.UnknownExam as error:
        raise click.UsageError(str(error)) from error
    except CannotPublish as error:
        raise click.ClickException(str(error)) from error
    finally:
        progress.clear()
    _report(built.findings)
    if built.outcome is None:
        click.echo("nothing was written", err=True)
        sys.exit(FINDINGS)
    outcome = built.outcome
    counts = f"{len(outcome.written)} written, {len(outcome.unchanged)} unchanged, {len(outcome.removed)} removed"
    click.echo(f"{out}: {counts}")


@main.command()
@click.argument("bank", type=BANK, default=Path("questions"))
@click.option("--strict", is_flag=True, help="Exit 1 on warnings too.")
def check(bank: Path, strict: bool) -> None:
    """Find everything that is wrong with BANK, and write nothing."""
    from deckgen import pipeline
    from deckgen.diagnostics import Severity

    checked = pipeline.check(bank)
    _report(checked.findings)
    if not checked.findings:
        click.echo("no findings")
    warned = any(one.severity is Severity.WARNING for one in checked.findings)
    if checked.has_errors or (strict and warned):
        sys.exit(FINDINGS)


@main.command()
@click.argument("folder", type=BANK)
def new(folder: Path) -> None:
    """Write a small bank that builds into FOLDER, with comments that teach."""
    import secrets
    import shlex

    from deckgen.starter import CannotStart, write_starter

    try:
        for path in write_starter(folder, secrets.token_bytes(16)):
            click.echo(path)
    except CannotStart as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"now run: deckgen build {shlex.quote(str(folder))}")


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what the rule CODE demands, why, and show a wrong and a right example."""
    from deckgen.explain import known_codes, page

    text = page(code.upper())
    if text is None:
        raise click.UsageError(f"there is no rule {code}; the rules are {', '.join(known_codes())}")
    click.echo(text)


@main.command()
def formats() -> None:
    """List the output formats."""
    from deckgen import writers

    names = writers.formats()
    width = max(map(len, names))
    for name in names:
        click.echo(f"{name:{width}}  {writers.writer(name).doc.splitlines()[0]}")


@main.command()
def schema() -> None:
    """Print the JSON Schema of a bank's files, for editors."""
    import json

    from deckgen.sources.json_schema import json_schema

    click.echo(json.dumps(json_schema(), indent=1, ensure_ascii=False))


def _unicode(text: str | None) -> str | None:
    if text is not None and not text.isprintable():
        raise click.BadParameter("write letters, digits and signs")
    return text


def _known_formats(names: tuple[str, ...]) -> tuple[str, ...]:
    from deckgen import writers

    known = writers.formats()
    for name in names:
        if name not in known:
            raise click.UsageError(f"there is no format {name}; the formats are {', '.join(known)}")
    return tuple(dict.fromkeys(names)) or known


def _report(findings: "Sequence[Diagnostic]") -> None:
    from deckgen import reports

    if not findings:
        return
    for line in reports.text_lines(findings):
        click.echo(line, err=True)
    if os.environ.get("GITHUB_ACTIONS"):
        for line in reports.github_lines(findings):
            click.echo(line)
    click.echo(reports.summary(findings), err=True)


def _now() -> int:
    """Return the second that dates what changed: SOURCE_DATE_EPOCH, or the clock."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return int(time.time())
    if not (given.isascii() and given.isdigit()) or not 1_400_000_000 < int(given) < 4_000_000_000:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is `{given}`; give a second after May 2014, or unset it")
    return int(given)


class _Progress:
    """Shows the running step on a terminal, once the work has taken two seconds."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.width = 0

    def __call__(self, step: str) -> None:
        """Show a step."""
        if sys.stderr.isatty() and time.monotonic() - self.start > 2:
            click.echo(f"\r{step + ' …':{self.width}}", nl=False, err=True)
            self.width = len(step) + 2

    def clear(self) -> None:
        """Take the step from the screen."""
        if self.width:
            click.echo("\r" + " " * self.width + "\r", nl=False, err=True)
