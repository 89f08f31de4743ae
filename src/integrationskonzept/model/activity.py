"""Activities, dated or not, single or recurring."""

from datetime import time
from enum import StrEnum
from typing import ClassVar

from integrationskonzept.errors import InvalidValueError
from integrationskonzept.i18n.messages import message
from integrationskonzept.model.actor import Involvement
from integrationskonzept.model.annotations import GroupRef, MeasureRef, NeedRef, OfferRef, TargetGroupRef
from integrationskonzept.model.element import Element
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


@record
class Recurrence(Record):
    """Turnus of a recurring event. A bare text stands for `frequency`."""

    SHORT: ClassVar[str] = "frequency"

    frequency: Frequency
    """Rhythmus: daily, weekly, monthly, yearly or irregular."""
    interval: int = 1
    """Abstand in days, weeks, months or years."""
    weekdays: tuple[Weekday, ...] = ()
    """Wochentage, for a weekly rhythm."""
    until: PartialDate | None = None
    """Bis einschließlich; open-ended when not given."""
    text: str | None = None
    """In Worten, such as ``jeden ersten Dienstag im Monat``."""

    def check_consistency(self) -> None:
        """Raise `InvalidValueError` for attributes that contradict each other."""
        if self.interval < 1:
            reason = message("interval must be 1 or more; got {interval}", interval=self.interval)
            raise InvalidValueError(reason, "interval")


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
    """Datum or first day."""
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
