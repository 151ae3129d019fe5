"""What a person sees who waits."""

import sys
import time

import click


class Progress:
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
