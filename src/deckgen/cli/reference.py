"""The commands that print what deckgen knows: `explain`, `formats`, `schema`."""

import click


@click.command()
@click.argument("code")
def explain(code: str) -> None:
    """Say what the rule CODE demands, why, and show a wrong and a right example."""
    from deckgen.explain import known_codes, page

    text = page(code.upper())
    if text is None:
        raise click.UsageError(f"there is no rule {code}; the rules are {', '.join(known_codes())}")
    click.echo(text)


@click.command()
def formats() -> None:
    """List the output formats."""
    from deckgen import writers

    names = writers.formats()
    width = max(map(len, names))
    for name in names:
        click.echo(f"{name:{width}}  {writers.writer(name).doc.splitlines()[0]}")


@click.command()
def schema() -> None:
    """Print the JSON Schema of a bank's files, for editors."""
    from deckgen.starter import schema_text

    click.echo(schema_text(), nl=False)
