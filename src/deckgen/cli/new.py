"""`deckgen new`."""

from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
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
