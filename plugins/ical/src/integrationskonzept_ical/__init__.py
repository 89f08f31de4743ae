"""Calendars from an integration concept: the exporter ``ical``."""

from collections.abc import Sequence

from integrationskonzept import Exporter, hookimpl
from integrationskonzept.plugins.kit import Deferred
from integrationskonzept_ical.i18n import message
from integrationskonzept_ical.options import Deadlines, Kind, Options, Profile

__all__ = ["EXPORTER", "Deadlines", "Kind", "Options", "Profile", "integrationskonzept_exporters"]

EXPORTER = Exporter(
    name="ical",
    title=message("Calendar (iCalendar)"),
    media_type="text/calendar",
    suffix=".ics",
    export=Deferred("integrationskonzept_ical.calendar:export"),
    options=Options,
)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter."""
    return [EXPORTER]
