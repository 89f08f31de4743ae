"""Activities, dated or not, single or recurring."""

from datetime import time
from enum import StrEnum
from typing import ClassVar

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.annotations import GroupRef, MeasureRef, NeedRef, OfferRef, TargetGroupRef
from integrationskonzept.model.dates import Holiday
from integrationskonzept.model.element import Element, Sourced
from integrationskonzept.model.partial_date import PartialDate
from integrationskonzept.model.record import Record, record


class Frequency(StrEnum):
    """Frequency of a recurring event."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    IRREGULAR = "irregular"


class Weekday(StrEnum):
    """Days of the week, by the codes of RFC 5545."""

    MONDAY = "mo"
    TUESDAY = "tu"
    WEDNESDAY = "we"
    THURSDAY = "th"
    FRIDAY = "fr"
    SATURDAY = "sa"
    SUNDAY = "su"

    @property
    def number(self) -> int:
        """Number of the day in the week, Monday being 0, as in `datetime.date.weekday`."""
        return list(Weekday).index(self)


@record
class RecurrenceException(Sourced):
    """Ausnahme: days on which a recurring event does not take place. A bare date stands for `date`."""

    SHORT: ClassVar[str] = "date"

    date: PartialDate | None = None
    """Tag, or month, or a day of every year such as ``--12-24``."""
    start: PartialDate | None = None
    """Erster Tag of a period without the event."""
    end: PartialDate | None = None
    """Letzter Tag of a period without the event."""
    holiday: Holiday | None = None
    """Feiertag by name, such as good_friday, in every year."""
    school_holidays: bool = False
    """Schulferien: all school holidays that the concept lists in `school_holidays`."""
    title: str | None = None
    """Bezeichnung, such as ``Sommerferien``; without dates the days are not known."""


@record
class SchoolHoliday(Sourced):
    """Schulferien: one period of school holidays, as the concept or the state names it."""

    title: str
    """Bezeichnung, such as ``Sommerferien``."""
    start: PartialDate | None = None
    """Erster Ferientag."""
    end: PartialDate | None = None
    """Letzter Ferientag."""


_LAST_POSITION = 5
"""No month has a sixth Tuesday."""


@record
class Recurrence(Record):
    """Turnus of a recurring event. A bare text stands for `frequency`."""

    SHORT: ClassVar[str] = "frequency"

    frequency: Frequency
    """Rhythmus: daily, weekly, monthly, yearly or irregular."""
    interval: int = 1
    """Abstand in days, weeks, months or years."""
    weekdays: tuple[Weekday, ...] = ()
    """Wochentage, for a weekly rhythm, or for `positions`."""
    positions: tuple[int, ...] = ()
    """Positionen im Monat of the weekdays: 1 for every first, 2 for every second, -1 for the last; in a
    yearly rhythm, in the month of the first date."""
    until: PartialDate | None = None
    """Bis einschließlich; open-ended when not given."""
    exceptions: tuple[RecurrenceException, ...] = ()
    """Ausnahmen: days, periods, holidays and school holidays on which it does not take place."""
    text: str | None = None
    """In Worten, such as ``jeden ersten Dienstag im Monat``."""

    def check_consistency(self) -> None:
        """Raise `InvalidValueError` for attributes that contradict each other."""
        if self.interval < 1:
            reason = message("interval must be 1 or more; got {interval}", interval=self.interval)
            raise InvalidValueError(reason, "interval")
        for position in self.positions:
            if not 1 <= abs(position) <= _LAST_POSITION:
                reason = message(
                    "a position in the month is 1 to 5, or -1 to -5 counted from its end; got {position}",
                    position=position,
                )
                raise InvalidValueError(reason, "positions")


@record
class Activity(Element):
    """Aktivität: an event or action, often only proposed."""

    noun: ClassVar[str] = "activity"

    title: str
    """Titel, as printed."""
    area: str | None = None
    """Bereich: its heading in the document."""
    description: str | None = None
    """Beschreibung."""
    date: PartialDate | None = None
    """Datum or first day; for a weekly rhythm also the school year or year in which it takes place."""
    end_date: PartialDate | None = None
    """Letzter Tag, for more than one day."""
    start_time: time | None = None
    """Beginn, local time at the municipality."""
    end_time: time | None = None
    """Ende, local time at the municipality."""
    recurrence: Recurrence | None = None
    """Turnus."""
    location: str | None = None
    """Ort."""
    organisers: tuple[Involvement, ...] = ()
    """Veranstalter."""
    target_group_refs: tuple[TargetGroupRef, ...] = ()
    """Zielgruppen: ids."""
    group_refs: tuple[GroupRef, ...] = ()
    """Arbeitsgruppen: ids."""
    measure_refs: tuple[MeasureRef, ...] = ()
    """Maßnahmen it serves: ids."""
    need_refs: tuple[NeedRef, ...] = ()
    """Bedarfe it meets: ids."""
    offer_refs: tuple[OfferRef, ...] = ()
    """Bestehende Angebote it repeats or builds on: ids."""


@record
class ActionDay(Activity):
    """Aktionstag: a day of the year marked by an activity, such as an international day."""

    noun: ClassVar[str] = "action_day"
