"""Days on the command line, and today's date."""

from datetime import date, datetime

import click

from integrationskonzept.cli.session import Session
from integrationskonzept.i18n.messages import message


class _Day(click.DateTime):
    """A day such as 2027-06-30 or 30.06.2027."""

    name = "day"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """Return the name of the type, which is translated."""
        return self.name.upper()

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the day, or raise with the two notations."""
        try:
            found: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            session = ctx.find_object(Session) if ctx else None
            said = message("'{value}' is no day; write it like 2027-06-30 or 30.06.2027", value=value)
            self.fail(said.text(session.language if session else "en"), param, ctx)
        return found


DAY = _Day(formats=("%Y-%m-%d", "%d.%m.%Y"))
"""A day such as 2027-06-30 or 30.06.2027."""


def today_or(day: datetime | None) -> date:
    """Return the given day, or today."""
    return date.today() if day is None else day.date()
