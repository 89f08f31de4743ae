"""Periods, and the arithmetic of days and months."""

from calendar import monthrange
from datetime import date

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record, record


@record
class Span(Record):
    """A period (Zeitraum) that may be open on either side."""

    start: PartialDate | None = None
    """Beginn: the first day, month or year it covers; unknown or open when not given."""
    end: PartialDate | None = None
    """Ende: the last day, month or year it covers; unknown or open when not given."""

    def check_consistency(self) -> None:
        """Raise `InvalidValueError` for attributes that contradict each other."""
        earliest = self.start.earliest if self.start else None
        latest = self.end.latest if self.end else None
        if earliest and latest and earliest > latest:
            reason = message(
                "start must not be after end; got start {start} and end {end}", start=self.start, end=self.end
            )
            raise InvalidValueError(reason, "end")

    @property
    def years(self) -> str:
        """The years it covers, such as ``2025–2029`` or, with an open end, ``2025–``; empty when nothing is given."""
        first = self.start and self.start.earliest
        last = self.end and self.end.latest
        if first and last and first.year == last.year:
            return str(first.year)
        return f"{first.year if first else ''}–{last.year if last else ''}" if first or last else ""


_MONTHS = 12
_FAR = 10_000 * _MONTHS


def months_of(years: float) -> int:
    """Return the number of months of a number of years, rounded."""
    return rounded_months(years * _MONTHS)


def rounded_months(months: float) -> int:
    """Return a number of months, rounded and limited to the length of the calendar."""
    return round(max(-_FAR, min(_FAR, months)))


def add_months(day: date, months: int) -> date:
    """Return a day moved by months, at most to the month's last day and within the calendar."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    if not date.min.year <= year <= date.max.year:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def plus_days(day: date, days: int) -> date:
    """Return a day moved by days, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
