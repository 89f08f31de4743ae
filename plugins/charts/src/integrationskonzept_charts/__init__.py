"""Figures of an integration concept: the exporter ``charts``, and Altair charts for notebooks.

`integrationskonzept_charts.pictures` has a function for each chart.
"""

from collections.abc import Sequence

from integrationskonzept import Exporter, hookimpl
from integrationskonzept_charts.i18n import say
from integrationskonzept_charts.options import Kind, Language, Options, PaperSize
from integrationskonzept_charts.pages import MEDIA_TYPE, export

__all__ = ["Kind", "Language", "Options", "PaperSize", "export", "integrationskonzept_exporters"]

NAME = "charts"
TITLE = say("Pictures (SVG): timeline, indicators, who does what", "Bilder (SVG): Zeitplan, Indikatoren, wer macht was")
SUFFIX = ".svg"


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter."""
    return [Exporter(name=NAME, title=TITLE, media_type=MEDIA_TYPE, suffix=SUFFIX, export=export, options=Options)]
