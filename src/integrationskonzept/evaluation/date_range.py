"""Dates and periods known only within limits."""

from datetime import date

from attrs import frozen

from integrationskonzept.i18n.formatting import Describable
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.dates import add_months, plus_days
from integrationskonzept.model.format_value import format_value
from integrationskonzept.model.partial_date import PartialDate


@frozen(repr=False)
class UncertainDate(Describable):
    """A day known within limits: not before `earliest`, not after `latest`.

    Where one of the limits is not known, it is the first or last day of the calendar.
    """

    earliest: date = date.min
    latest: date = date.max

    def shift(self, months: int, *, slack: int = 0, days: int = 0) -> "UncertainDate":
        """Return both limits moved by months and days, and widened by `slack` months each."""
        return UncertainDate(
            plus_days(add_months(self.earliest, months - slack), days),
            plus_days(add_months(self.latest, months + slack), days),
        )

    def text(self, language: str = "en") -> str:
        """Return the day, or its limits."""
        if self.earliest == self.latest:
            return format_value(self.earliest, language)
        if self.earliest == date.min:
            return message("by {day}", day=format_value(self.latest, language)).text(language)
        if self.latest == date.max:
            return message("from {day} on", day=format_value(self.earliest, language)).text(language)
        return f"{format_value(self.earliest, language)} … {format_value(self.latest, language)}"


@frozen(repr=False)
class PlannedPeriod(Describable):
    """A period with its start and its end (the last day it covers); None where one is unknown."""

    start: UncertainDate | None = None
    end: UncertainDate | None = None
    permanent: bool = False
    """It has no end, by intention."""

    @property
    def first(self) -> date | None:
        """The first day it can cover, where that is known."""
        return self.start.earliest if self.start and self.start.earliest > date.min else None

    @property
    def last(self) -> date | None:
        """The last day it can cover, where that is known."""
        return self.end.latest if self.end and self.end.latest < date.max else None

    def text(self, language: str = "en") -> str:
        """Return start and end."""
        ends = message("no end").text(language) if self.permanent else "?"
        start = self.start.text(language) if self.start else "?"
        return f"{start} – {self.end.text(language) if self.end else ends}"


def as_uncertain(stated: PartialDate | None) -> UncertainDate | None:
    """Return the limits of a day stated no closer than this, such as a start; None for a day without a year."""
    return UncertainDate(stated.earliest, stated.latest) if stated and stated.earliest and stated.latest else None


def as_deadline(stated: PartialDate | None) -> UncertainDate | None:
    """Return the last day of a deadline: "by 2027" means by its last day."""
    return UncertainDate(stated.latest, stated.latest) if stated and stated.latest else None
