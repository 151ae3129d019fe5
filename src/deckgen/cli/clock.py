"""The clock, which nothing else reads."""

import os
import time
from datetime import UTC, date, datetime

import click


def now() -> int:
    """Return the second that dates what changed: SOURCE_DATE_EPOCH, or the clock."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return int(time.time())
    if not (given.isascii() and given.isdigit()) or not 1_400_000_000 < int(given) < 4_000_000_000:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is `{given}`; give a second after May 2014, or unset it")
    return int(given)


def today() -> date:
    """Return the day on which a bank is checked, in UTC, by the same clock."""
    return datetime.fromtimestamp(now(), UTC).date()
