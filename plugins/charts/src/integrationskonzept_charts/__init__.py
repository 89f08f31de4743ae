"""Figures of an integration concept: the exporter ``charts``, and Altair charts for notebooks.

`integrationskonzept_charts.pictures` has a function for each chart.
"""

from collections.abc import Sequence
from importlib import import_module

from integrationskonzept import Concept, Export, Exporter, hookimpl
from integrationskonzept_charts.i18n import message
from integrationskonzept_charts.options import Kind, Options, PaperSize

__all__ = ["Kind", "Options", "PaperSize", "export", "integrationskonzept_exporters"]

NAME = "charts"
TITLE = message("Pictures (SVG): timeline, overview, indicators, who does what")
MEDIA_TYPE = "image/svg+xml"
SUFFIX = ".svg"


def export(concept: Concept, options: Options) -> Export:
    """Return the requested figures as pages in SVG."""
    pages = import_module("integrationskonzept_charts.pages")  # what draws is not needed to list plugins
    made: Export = pages.export(concept, options)
    return made


@hookimpl
def integrationskonzept_exporters() -> Sequence[Exporter]:
    """Return the exporter."""
    return [Exporter(name=NAME, title=TITLE, media_type=MEDIA_TYPE, suffix=SUFFIX, export=export, options=Options)]
