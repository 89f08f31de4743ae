"""Days on the command line, and today's date."""

from datetime import date, datetime

import click

DAY = click.DateTime(formats=("%Y-%m-%d", "%d.%m.%Y"))
"""A day such as 2027-06-30 or 30.06.2027."""


def today_or(day: datetime | None) -> date:
    """Return the given day, or today."""
    return date.today() if day is None else day.date()
