"""The clock, which nothing else reads."""

import os
import re
import time
from datetime import UTC, date, datetime
from typing import Final

import click


class _Date(click.ParamType):  # type: ignore[type-arg]  # generic only since click 8.2
    """A day, written as in a bank."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day; `20261123` and `2026-W48-1` are days for Python, but not for people."""
        if isinstance(value, date):
            return value
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            self.fail(f"{value} is no date; write one as 2026-11-23", param, ctx)
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"there is no day {value}; write one as 2026-11-23", param, ctx)


DATE: Final = _Date()
"""The type of `--today`."""


_AHEAD: Final = 3600
"""By how many seconds a machine's clock may be behind the one that set SOURCE_DATE_EPOCH."""


def now() -> int:
    """Return the second that dates what changed: SOURCE_DATE_EPOCH, or the clock."""
    given, clock = os.environ.get("SOURCE_DATE_EPOCH"), int(time.time())
    if given is None:
        return clock
    if not (given.isascii() and given.isdigit()) or not 1_400_000_000 < int(given) < 4_000_000_000:
        raise click.UsageError(f"SOURCE_DATE_EPOCH is `{given}`; give a second after May 2014, or unset it")
    if int(given) > clock + _AHEAD:
        then, there = _shown(int(given)), _shown(clock)
        raise click.UsageError(
            f"SOURCE_DATE_EPOCH is `{given}`, which is {then}, and this machine's clock says {there};"
            " no note is dated in the future, so give an earlier second, or set the clock"
        )
    return int(given)


def _shown(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today() -> date:
    """Return the day on which a bank is checked, in UTC, by the same clock."""
    return datetime.fromtimestamp(now(), UTC).date()
