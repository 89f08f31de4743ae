"""Figures of an integration concept: the exporter ``charts``, and Altair charts for notebooks.

`integrationskonzept_charts.pictures` has a function for each chart.
"""

from collections.abc import Sequence

from integrationskonzept import Exporter, hookimpl
from integrationskonzept.plugins.kit import Deferred
from integrationskonzept_charts.i18n import message
from integrationskonzept_charts.options import Kind, Options, PaperSize

__all__ = ["EXPORTER", "Kind", "Options", "PaperSize", "integrationskonzept_exporters"]

EXPORTER = Exporter(
    name="charts",
    title=message("Pictures (SVG): timeline, overview, indicators, who does what"),
    media_type="image/svg+xml",
    suffix=".svg",
    export=Deferred("integrationskonzept_charts.pages:export"),
    options=Options,
)


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter."""
    return [EXPORTER]
