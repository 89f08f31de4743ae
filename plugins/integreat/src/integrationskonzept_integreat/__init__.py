"""Content for the Integreat app: events, pages and translations, and a publisher that sends pages."""

from collections.abc import Sequence

from integrationskonzept import Exporter, Publisher, hookimpl
from integrationskonzept.plugins.kit import Deferred
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.options import EventOptions, PageOptions, PushOptions, XliffOptions

__all__ = [
    "EventOptions",
    "PageOptions",
    "PushOptions",
    "XliffOptions",
    "integrationskonzept_exporters",
    "integrationskonzept_publishers",
]

EVENTS = Exporter(
    name="integreat-events",
    title=message("Events for Integreat (iCalendar)"),
    media_type="text/calendar",
    suffix=".ics",
    export=Deferred("integrationskonzept_integreat.events:export"),
    options=EventOptions,
)
PAGES = Exporter(
    name="integreat-pages",
    title=message("Pages for Integreat (HTML)"),
    media_type="text/html",
    suffix=".html",
    export=Deferred("integrationskonzept_integreat.pages_exporter:export"),
    options=PageOptions,
)
XLIFF = Exporter(
    name="integreat-xliff",
    title=message("Translated pages for Integreat (XLIFF)"),
    media_type="application/xliff+xml",
    suffix=".xliff",
    export=Deferred("integrationskonzept_integreat.xliff:export"),
    options=XliffOptions,
)
PUBLISHER = Publisher(
    name="integreat",
    title=message("Pages in the Integreat CMS"),
    plan=Deferred("integrationskonzept_integreat.publisher:plan"),
    perform=Deferred("integrationskonzept_integreat.publisher:perform"),
    options=PushOptions,
)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporters."""
    return [EVENTS, PAGES, XLIFF]


@hookimpl
def integrationskonzept_publishers() -> Sequence[Publisher]:
    """Return the publisher."""
    return [PUBLISHER]
