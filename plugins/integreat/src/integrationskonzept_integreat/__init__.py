"""Content for the Integreat app: events, pages, translations and a static mirror, and a publisher that sends pages."""

from collections.abc import Sequence

from integrationskonzept import Exporter, Publisher, hookimpl
from integrationskonzept_integreat import events, mirror, pages_exporter, xliff
from integrationskonzept_integreat.i18n import message
from integrationskonzept_integreat.options import EventOptions, MirrorOptions, PageOptions, PushOptions, XliffOptions
from integrationskonzept_integreat.publisher import PUBLISHER

__all__ = [
    "EventOptions",
    "MirrorOptions",
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
    export=events.export,
    options=EventOptions,
)
PAGES = Exporter(
    name="integreat-pages",
    title=message("Pages for Integreat (HTML)"),
    media_type="text/html",
    suffix=".html",
    export=pages_exporter.export,
    options=PageOptions,
)
XLIFF = Exporter(
    name="integreat-xliff",
    title=message("Translated pages for Integreat (XLIFF)"),
    media_type="application/xliff+xml",
    suffix=".xliff",
    export=xliff.export,
    options=XliffOptions,
)
MIRROR = Exporter(
    name="integreat-mirror",
    title=message("Integreat's answers as static files (JSON)"),
    media_type="application/json",
    suffix=".json",
    export=mirror.export,
    options=MirrorOptions,
)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporters."""
    return [EVENTS, PAGES, XLIFF, MIRROR]


@hookimpl
def integrationskonzept_publishers() -> Sequence[Publisher]:
    """Return the publisher."""
    return [PUBLISHER]
